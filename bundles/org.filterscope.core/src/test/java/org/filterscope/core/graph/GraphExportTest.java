package org.filterscope.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GraphExportTest {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    /** A control character, a line end, a character beyond 16 bits, and what XML gives a meaning. */
    private static final String CATEGORY = "a\u0007b\nc\ud83d\ude00<&\"]]>\uffff";

    @TempDir
    Path folder;
    private final RandomGraph given = new RandomGraph(CATEGORY, 4, 3, 6, 20, 9);
    private ExplanatoryGraph graph;

    @BeforeEach
    void open() throws Exception {
        final Path file = folder.resolve("graph.fsg");
        given.write(folder.resolve("working.fsg"), file);
        graph = GraphFile.open(file);
    }

    private List<Element> graphMl(final String name) throws Exception {
        final Path file = folder.resolve("graph.graphml");
        GraphMl.write(graph, file);
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        final NodeList found = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagNameNS(NAMESPACE, name);
        final List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Map<String, String> data(final Element element) {
        final Map<String, String> data = new HashMap<>();
        for (org.w3c.dom.Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof final Element value && value.getLocalName().equals("data")) {
                data.put(value.getAttribute("key"), value.getTextContent());
            }
        }
        return data;
    }

    @Test
    void graphMlHasAllNodesWithTheirNumbers() throws Exception {
        final List<Element> nodes = graphMl("node");
        assertThat(nodes).hasSize(graph.patterns());
        for (int v = 0; v < nodes.size(); v++) {
            final GraphPattern pattern = graph.pattern(v);
            final Map<String, String> data = data(nodes.get(v));
            assertThat(nodes.get(v).getAttribute("id")).isEqualTo("n" + v);
            assertThat(data).containsEntry("layer", "conv" + pattern.layer() + "/relu").containsEntry("filter", "" + pattern.filter());
            assertThat(Double.parseDouble(data.get("row"))).isEqualTo(pattern.row());
            assertThat(Double.parseDouble(data.get("spread"))).isEqualTo(pattern.spread());
            assertThat(data.get("part")).isEqualTo(graph.part(v).orElse(null));
            assertThat(Float.parseFloat(data.get("strength"))).isEqualTo(graph.score(PatternScore.STRENGTH, v));
        }
        assertThat(data(nodes.getFirst())).as("a score that is no number").doesNotContainKey("purity");
        assertThat(data(nodes.get(1))).containsKey("purity");
    }

    @Test
    void graphMlHasAllEdgesFromParentToChild() throws Exception {
        final List<Element> edges = graphMl("edge");
        assertThat(edges).hasSize(graph.edges());
        for (int i = 0; i < edges.size(); i++) {
            final GraphEdge edge = given.edges().get(i);
            assertThat(edges.get(i).getAttribute("source")).isEqualTo("n" + edge.parent());
            assertThat(edges.get(i).getAttribute("target")).isEqualTo("n" + edge.child());
            final Map<String, String> data = data(edges.get(i));
            assertThat(Float.parseFloat(data.get("weight"))).isEqualTo(edge.weight());
            assertThat(Float.parseFloat(data.get("col_offset"))).isEqualTo(edge.colOffset());
            assertThat(data.containsKey("residual")).isEqualTo(!Float.isNaN(edge.residual()));
        }
    }

    @Test
    void graphMlDeclaresAllKeysAndHasNoCharacterThatXmlCannotHave() throws Exception {
        final Map<String, Element> keys = new HashMap<>();
        graphMl("key").forEach(key -> keys.put(key.getAttribute("id"), key));
        for (final String name : List.of("graph", "node", "edge")) {
            for (final Element element : graphMl(name)) {
                assertThat(data(element).keySet()).allMatch(key -> keys.get(key).getAttribute("for").equals(name));
            }
        }
        assertThat(data(graphMl("graph").getFirst())).containsEntry("category", "a\ufffdb\ufffdc\ud83d\ude00<&\"]]>\ufffd")
                .containsEntry("input_cols", "80").containsEntry("pictures", "3");
    }

    @Test
    void jsonHasAllThatTheGraphHas() throws Exception {
        final Path file = folder.resolve("graph.json");
        GraphJson.write(graph, file);
        final JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertThat(json.get("category").getAsString()).isEqualTo(CATEGORY);
        assertThat(json.getAsJsonArray("pictures").get(2).getAsJsonObject().get("path").getAsString()).isEqualTo("river/ü 2.jpg");
        final JsonObject top = json.getAsJsonArray("layers").get(0).getAsJsonObject();
        assertThat(top.get("window").isJsonNull()).as("infinite").isTrue();
        assertThat(top.get("firstRow").getAsDouble()).isEqualTo(3.5);
        assertThat(top.getAsJsonArray("scales")).hasSize(5);
        final JsonArray nodes = json.getAsJsonArray("nodes");
        assertThat(nodes).hasSize(graph.patterns());
        for (int v = 0; v < nodes.size(); v++) {
            final JsonObject node = nodes.get(v).getAsJsonObject();
            assertThat(node.get("pattern").getAsInt()).isEqualTo(v);
            assertThat(node.get("col").getAsDouble()).isEqualTo(graph.pattern(v).col());
            final JsonElement part = node.get("part");
            assertThat(part.isJsonNull() ? "" : part.getAsString()).isEqualTo(graph.part(v).orElse(""));
        }
        assertThat(nodes.get(0).getAsJsonObject().get("purity").isJsonNull()).isTrue();
        final JsonArray edges = json.getAsJsonArray("edges");
        assertThat(edges).hasSize(graph.edges());
        for (int i = 0; i < edges.size(); i++) {
            final JsonObject edge = edges.get(i).getAsJsonObject();
            assertThat(edge.get("pattern").getAsInt()).isEqualTo(given.edges().get(i).child());
            assertThat(edge.get("parent").getAsInt()).isEqualTo(given.edges().get(i).parent());
            assertThat(edge.get("rowOffset").getAsFloat()).isEqualTo(given.edges().get(i).rowOffset());
        }
    }

    @Test
    void theTablesHaveALineForEachPatternAndEachEdge() throws Exception {
        GraphTables.write(graph, folder.resolve("nodes.csv"), folder.resolve("edges.csv"));
        final List<String> nodes = Files.readAllLines(folder.resolve("nodes.csv"));
        assertThat(nodes).hasSize(graph.patterns() + 1).first()
                .isEqualTo("pattern,layer,channel,index,row,col,spread,reach,parents,merged,part,strength,purity");
        final GraphPattern pattern = given.pattern(0);
        assertThat(nodes.get(1)).isEqualTo("0,conv0/relu,0,0,%s,%s,%s,%s,0,%d,%s,%s,".formatted(pattern.row(), pattern.col(), pattern.spread(),
                pattern.reach(), pattern.merged(), graph.part(0).orElse(""), graph.score(PatternScore.STRENGTH, 0)));
        final List<String> edges = Files.readAllLines(folder.resolve("edges.csv"));
        assertThat(edges).hasSize(graph.edges() + 1).first().isEqualTo("pattern,parent,row_offset,col_offset,weight,residual");
        for (int i = 0; i < given.edges().size(); i++) {
            final GraphEdge edge = given.edges().get(i);
            assertThat(edges.get(i + 1)).isEqualTo("%d,%d,%s,%s,%s,%s".formatted(edge.child(), edge.parent(), edge.rowOffset(), edge.colOffset(),
                    edge.weight(), Float.isNaN(edge.residual()) ? "" : edge.residual()));
        }
    }
}
