package org.filterscope.worker;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.filterscope.core.graph.ExplanatoryGraph;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.PatternScore;

/** Graphs as a table: a line a layer. */
final class GraphText {
    private static final List<String> HEADER = List.of("class", "layer", "filters", "with patterns", "patterns", "edges", "explained", "texture-like",
            "pictures");
    private static final Set<Integer> WORDS = Set.of(0, 1);
    /** Less than this share of what a pattern explains on a picture lies near its place: it is no part. */
    private static final double TEXTURE = 0.5;

    private final TextTable table = new TextTable(WORDS, HEADER);

    void add(final ExplanatoryGraph graph) {
        final String category = graph.heading().category().isEmpty() ? "-" : graph.heading().category();
        for (final GraphLayer layer : graph.heading().layers()) {
            table.add(row(category, graph, layer));
        }
    }

    List<String> lines() {
        return table.lines();
    }

    private static List<String> row(final String category, final ExplanatoryGraph graph, final GraphLayer layer) {
        final boolean[] alive = new boolean[layer.filters()];
        int edges = 0;
        int textures = 0;
        double explained = 0;
        for (int v = layer.first(); v < layer.first() + layer.patterns(); v++) {
            alive[graph.pattern(v).filter()] = true;
            edges += graph.parents(v).size();
            explained += graph.score(PatternScore.EXPLAINED, v);
            textures += graph.score(PatternScore.CONCENTRATION, v) < TEXTURE ? 1 : 0;
        }
        int filters = 0;
        for (final boolean one : alive) {
            filters += one ? 1 : 0;
        }
        return List.of(category, layer.name(), Integer.toString(layer.filters()), Integer.toString(filters), Integer.toString(layer.patterns()),
                Integer.toString(edges), percent(explained, filters), percent(textures, layer.patterns()),
                Integer.toString(graph.heading().pictures().size()));
    }

    private static String percent(final double part, final int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * part / whole);
    }
}
