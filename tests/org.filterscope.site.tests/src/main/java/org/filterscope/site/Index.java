package org.filterscope.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The XML that p2 keeps in a jar. */
record Index(Element root) {

    static Index read(final Path jar) throws IOException {
        try (InputStream in = Files.newInputStream(jar); ZipInputStream zip = new ZipInputStream(in)) {
            zip.getNextEntry();
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new Index(factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes())).getDocumentElement());
        } catch (final ParserConfigurationException | SAXException e) {
            throw new IOException(jar + ": no index of a p2 repository: " + e.getMessage(), e);
        }
    }

    /** @return the elements on a way of names from an element; an element may have many children of a name */
    static Stream<Element> at(final Element from, final String... way) {
        Stream<Element> here = Stream.of(from);
        for (final String name : way) {
            here = here.flatMap(element -> children(element.getChildNodes()).stream()).filter(element -> element.getTagName().equals(name));
        }
        return here;
    }

    private static List<Element> children(final NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance).map(Element.class::cast).toList();
    }
}
