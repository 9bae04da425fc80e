package org.filterscope.core.graph;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.filterscope.core.XmlText;

/**
 * Writes a graph as GraphML, for Gephi, yEd, Cytoscape, NetworkX and others: nodes are patterns, edges lead from parent to child. Without places and
 * patches. Numbers that are not finite are left out; characters that XML cannot have become U+FFFD. Needs no memory for nodes and edges.
 */
public final class GraphMl {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String SCHEMA = "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd";

    private final ExplanatoryGraph graph;
    private final XMLStreamWriter xml;
    /** Their names. */
    private final List<String> layers;

    private GraphMl(final ExplanatoryGraph graph, final XMLStreamWriter xml) {
        this.graph = graph;
        this.xml = xml;
        layers = graph.heading().layers().stream().map(GraphLayer::name).map(XmlText::clean).toList();
    }

    /** Creates or replaces the file. */
    public static void write(final ExplanatoryGraph graph, final Path file) throws IOException {
        // Given a writer, it leaves characters beyond 16 bits whole.
        try (Writer text = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            final XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new GraphMl(graph, xml).write();
            xml.close();
        } catch (final XMLStreamException e) {
            throw e.getNestedException() instanceof final IOException cause ? cause : new IOException(e);
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        line();
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("xsi", INSTANCE);
        xml.writeAttribute("xsi", INSTANCE, "schemaLocation", NAMESPACE + " " + SCHEMA);
        keys();
        line();
        xml.writeStartElement("graph");
        xml.writeAttribute("id", "graph");
        xml.writeAttribute("edgedefault", "directed");
        final GraphHeading heading = graph.heading();
        line();
        data("category", XmlText.clean(heading.category()));
        data("input_rows", String.valueOf(heading.inputRows()));
        data("input_cols", String.valueOf(heading.inputCols()));
        data("pictures", String.valueOf(heading.pictures().size()));
        for (int pattern = 0; pattern < graph.patterns(); pattern++) {
            node(pattern);
        }
        for (int pattern = 0; pattern < graph.patterns(); pattern++) {
            for (final GraphEdge edge : graph.parents(pattern)) {
                edge(edge);
            }
        }
        line();
        xml.writeEndElement();
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void keys() throws XMLStreamException {
        key("graph", "category", "string");
        key("graph", "input_rows", "int");
        key("graph", "input_cols", "int");
        key("graph", "pictures", "int");
        key("node", "layer", "string");
        key("node", "filter", "int");
        key("node", "index", "int");
        key("node", "row", "double");
        key("node", "col", "double");
        key("node", "spread", "double");
        key("node", "reach", "double");
        key("node", "merged", "int");
        key("node", "part", "string");
        for (final PatternScore score : graph.scores()) {
            key("node", score.column(), "float");
        }
        key("edge", "weight", "float");
        key("edge", "row_offset", "float");
        key("edge", "col_offset", "float");
        key("edge", "residual", "float");
    }

    private void key(final String element, final String name, final String type) throws XMLStreamException {
        line();
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", element);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", type);
    }

    private void node(final int number) throws XMLStreamException {
        final GraphPattern pattern = graph.pattern(number);
        line();
        xml.writeStartElement("node");
        xml.writeAttribute("id", "n" + number);
        data("layer", layers.get(pattern.layer()));
        data("filter", String.valueOf(pattern.filter()));
        data("index", String.valueOf(pattern.index()));
        data("row", pattern.row());
        data("col", pattern.col());
        data("spread", pattern.spread());
        data("reach", pattern.reach());
        data("merged", String.valueOf(pattern.merged()));
        if (graph.part(number).isPresent()) {
            data("part", XmlText.clean(graph.part(number).get()));
        }
        for (final PatternScore score : graph.scores()) {
            data(score.column(), graph.score(score, number));
        }
        xml.writeEndElement();
    }

    private void edge(final GraphEdge edge) throws XMLStreamException {
        line();
        xml.writeStartElement("edge");
        xml.writeAttribute("source", "n" + edge.parent());
        xml.writeAttribute("target", "n" + edge.child());
        data("weight", edge.weight());
        data("row_offset", edge.rowOffset());
        data("col_offset", edge.colOffset());
        data("residual", edge.residual());
        xml.writeEndElement();
    }

    private void data(final String key, final double value) throws XMLStreamException {
        if (Double.isFinite(value)) {
            data(key, String.valueOf(value));
        }
    }

    private void data(final String key, final float value) throws XMLStreamException {
        if (Float.isFinite(value)) {
            data(key, String.valueOf(value));
        }
    }

    private void data(final String key, final String value) throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** Line ends, too, are replaced: a reader would not give them back as they are. */
}
