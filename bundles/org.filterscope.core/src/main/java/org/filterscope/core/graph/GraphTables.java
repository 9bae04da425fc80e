package org.filterscope.core.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.report.TableWriter;

/** Writes a graph as two tables, see docs/report.md. Numbers that are not finite are empty. */
public final class GraphTables {
    private static final List<String> NODES = List.of("pattern", "layer", "channel", "index", "row", "col", "spread", "reach", "parents", "merged",
            "part");
    private static final List<String> EDGES = List.of("pattern", "parent", "row_offset", "col_offset", "weight", "residual");

    private GraphTables() {
    }

    /** Creates the files. */
    public static void write(final ExplanatoryGraph graph, final Path nodes, final Path edges) throws IOException {
        try {
            nodes(graph, nodes);
            edges(graph, edges);
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void nodes(final ExplanatoryGraph graph, final Path file) throws IOException {
        final List<String> columns = new ArrayList<>(NODES);
        graph.scores().forEach(score -> columns.add(score.column()));
        try (TableWriter table = new TableWriter(file, columns)) {
            for (int number = 0; number < graph.patterns(); number++) {
                final GraphPattern pattern = graph.pattern(number);
                final List<Object> fields = new ArrayList<>(List.of(number, graph.heading().layers().get(pattern.layer()).name(), pattern.filter(),
                        pattern.index(), pattern.row(), pattern.col(), pattern.spread(), pattern.reach(), graph.parents(number).size(),
                        pattern.merged(), graph.part(number).orElse("")));
                for (final PatternScore score : graph.scores()) {
                    fields.add(number(graph.score(score, number)));
                }
                table.write(fields.toArray());
            }
        }
    }

    private static void edges(final ExplanatoryGraph graph, final Path file) throws IOException {
        try (TableWriter table = new TableWriter(file, EDGES)) {
            for (int number = 0; number < graph.patterns(); number++) {
                for (final GraphEdge edge : graph.parents(number)) {
                    table.write(edge.child(), edge.parent(), number(edge.rowOffset()), number(edge.colOffset()), number(edge.weight()),
                            number(edge.residual()));
                }
            }
        }
    }

    private static Object number(final float value) {
        return Float.isFinite(value) ? value : "";
    }
}
