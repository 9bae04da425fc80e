package org.filterscope.core.graph;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.stream.JsonWriter;

/**
 * Writes a graph as JSON, see docs/graph-file.md; without places and patches. Numbers that are not finite are null. Needs no memory for nodes and
 * edges.
 */
public final class GraphJson {
    private static final int VERSION = 1;

    private final ExplanatoryGraph graph;
    private final JsonWriter json;

    private GraphJson(final ExplanatoryGraph graph, final JsonWriter json) {
        this.graph = graph;
        this.json = json;
    }

    /** Creates or replaces the file. */
    public static void write(final ExplanatoryGraph graph, final Path file) throws IOException {
        try (JsonWriter json = new JsonWriter(new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)))) {
            new GraphJson(graph, json).write();
        }
    }

    private void write() throws IOException {
        final GraphHeading heading = graph.heading();
        json.beginObject();
        json.name("version").value(VERSION).name("category").value(heading.category());
        json.name("inputRows").value(heading.inputRows()).name("inputCols").value(heading.inputCols());
        json.name("parts").beginArray();
        for (final String part : heading.parts()) {
            json.value(part);
        }
        json.endArray().name("pictures").beginArray();
        for (final GraphPicture picture : heading.pictures()) {
            json.beginObject().name("path").value(picture.path()).name("mirrored").value(picture.mirrored()).endObject();
        }
        json.endArray().name("layers").beginArray();
        for (final GraphLayer layer : heading.layers()) {
            layer(layer);
        }
        json.endArray().name("nodes").beginArray();
        for (int pattern = 0; pattern < graph.patterns(); pattern++) {
            node(pattern);
        }
        json.endArray().name("edges").beginArray();
        for (int pattern = 0; pattern < graph.patterns(); pattern++) {
            for (final GraphEdge edge : graph.parents(pattern)) {
                edge(edge);
            }
        }
        json.endArray().endObject();
    }

    private void layer(final GraphLayer layer) throws IOException {
        json.beginObject().name("name").value(layer.name()).name("rows").value(layer.rows()).name("cols").value(layer.cols());
        number("firstRow", layer.firstRow());
        number("firstCol", layer.firstCol());
        number("rowStep", layer.rowStep());
        number("colStep", layer.colStep());
        number("noise", layer.noise());
        number("window", layer.window());
        json.name("following").value(layer.following()).name("first").value(layer.first()).name("patterns").value(layer.patterns());
        json.name("scales").beginArray();
        for (final float scale : layer.scales()) {
            value(scale);
        }
        json.endArray().endObject();
    }

    private void node(final int number) throws IOException {
        final GraphPattern pattern = graph.pattern(number);
        json.beginObject().name("pattern").value(number).name("layer").value(graph.heading().layers().get(pattern.layer()).name());
        json.name("filter").value(pattern.filter()).name("index").value(pattern.index());
        number("row", pattern.row());
        number("col", pattern.col());
        number("spread", pattern.spread());
        number("reach", pattern.reach());
        json.name("merged").value(pattern.merged()).name("least");
        value(pattern.least());
        json.name("part").value(graph.part(number).orElse(null));
        for (final PatternScore score : graph.scores()) {
            json.name(score.column());
            value(graph.score(score, number));
        }
        json.endObject();
    }

    private void edge(final GraphEdge edge) throws IOException {
        json.beginObject().name("pattern").value(edge.child()).name("parent").value(edge.parent()).name("rowOffset");
        value(edge.rowOffset());
        json.name("colOffset");
        value(edge.colOffset());
        json.name("weight");
        value(edge.weight());
        json.name("residual");
        value(edge.residual());
        json.endObject();
    }

    private void number(final String name, final double value) throws IOException {
        json.name(name);
        if (Double.isFinite(value)) {
            json.value(value);
        } else {
            json.nullValue();
        }
    }

    private void value(final float value) throws IOException {
        if (Float.isFinite(value)) {
            json.value(value);
        } else {
            json.nullValue();
        }
    }
}
