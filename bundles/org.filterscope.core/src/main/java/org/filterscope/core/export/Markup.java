package org.filterscope.core.export;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.filterscope.core.XmlText;

/**
 * Writes elements, attributes and text, and escapes all of them: what names of pictures, classes and layers say stays text. What it writes is XML,
 * and HTML as far as HTML reads XML. Throws {@link UncheckedIOException} when it cannot be written.
 */
final class Markup implements Closeable {
    private final Writer writer;
    private final XMLStreamWriter xml;

    /** Creates or replaces the file. */
    Markup(final Path file) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
        try {
            // Given a writer, it leaves characters beyond 16 bits whole.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
        } catch (final XMLStreamException e) {
            writer.close();
            throw new IOException(e);
        }
    }

    /** One call of the XML writer. */
    @FunctionalInterface
    private interface Call {
        void make() throws XMLStreamException;
    }

    private Markup call(final Call call) {
        try {
            call.make();
            return this;
        } catch (final XMLStreamException e) {
            throw new UncheckedIOException(e.getNestedException() instanceof final IOException cause ? cause : new IOException(e));
        }
    }

    Markup xmlDeclaration() {
        return call(() -> xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0")).newLine();
    }

    Markup htmlDeclaration() {
        return call(() -> xml.writeDTD("<!DOCTYPE html>")).newLine();
    }

    /** @param attributes name, value, name, value, … */
    Markup open(final String element, final String... attributes) {
        return call(() -> {
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], XmlText.clean(attributes[i + 1]));
            }
        });
    }

    Markup close(final String element) {
        return call(xml::writeEndElement).newLineAfter(element);
    }

    /** Cells and words stand in a line; what is larger ends one. */
    private Markup newLineAfter(final String element) {
        return switch (element) {
            case "tr", "p", "section", "article", "figure", "table", "li", "testcase", "testsuite", "title", "meta", "image" -> newLine();
            default -> this;
        };
    }

    Markup newLine() {
        return call(() -> xml.writeCharacters("\n"));
    }

    Markup text(final String text) {
        return call(() -> {
            final String[] lines = text.split("\\R", -1);
            for (int i = 0; i < lines.length; i++) {
                xml.writeCharacters((i == 0 ? "" : "\n") + XmlText.clean(lines[i]));
            }
        });
    }

    /** @param attributes name, value, name, value, … */
    Markup element(final String element, final String text, final String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** An element that HTML knows to be empty. */
    Markup empty(final String element, final String... attributes) {
        return call(() -> {
            xml.writeEmptyElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], XmlText.clean(attributes[i + 1]));
            }
        }).newLineAfter(element);
    }

    @Override
    public void close() throws IOException {
        try {
            call(xml::writeEndDocument).newLine().call(xml::close);
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        } finally {
            writer.close();
        }
    }
}
