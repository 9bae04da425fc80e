package org.filterscope.analysis.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.core.graph.GraphEdge;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.GraphPattern;
import org.filterscope.core.graph.LayerContent;
import org.filterscope.core.graph.Places;

/** A mined layer as a graph file has it, and back again: nothing is lost on the way. */
public final class StoredLayer {
    private StoredLayer() {
    }

    /**
     * @param number of the layer in the graph, from the top
     * @param above  as it was stored; null for the top layer
     */
    public static LayerContent of(final PatternLayer layer, final int number, final GraphLayer above) {
        final int first = above == null ? 0 : above.first() + above.patterns();
        final int size = layer.patterns().size();
        final MapGrid grid = layer.grid();
        final ScorePercentiles percentiles = new ScorePercentiles(layer.inferences());
        final List<GraphPattern> patterns = new ArrayList<>(size);
        final List<GraphEdge> edges = new ArrayList<>();
        for (int v = 0; v < size; v++) {
            final Pattern pattern = layer.patterns().get(v);
            patterns.add(new GraphPattern(number, pattern.filter(), pattern.index(), pattern.row(), pattern.col(), pattern.spread(), pattern.reach(),
                    pattern.merged(), percentiles.least(v)));
            for (final Parent parent : pattern.parents()) {
                edges.add(new GraphEdge(first + v, above.first() + parent.pattern(), parent.rowOffset(), parent.colOffset(), parent.weight(),
                        parent.residual()));
            }
        }
        final Inferences found = layer.inferences();
        return new LayerContent(
                new GraphLayer(layer.layer(), grid.rows(), grid.cols(), grid.firstRow(), grid.firstCol(), grid.rowStep(), grid.colStep(),
                        layer.scales(), layer.noise(), layer.window(), layer.following(), first, size),
                patterns, edges, found.mirrored(), new Places(found.rows(), found.cols(), found.scores(), found.activations()));
    }

    /** @param above as it was stored; null for the top layer */
    public static PatternLayer of(final LayerContent content, final GraphLayer above) {
        final GraphLayer layer = content.layer();
        final List<List<Parent>> parents = new ArrayList<>();
        content.patterns().forEach(pattern -> parents.add(new ArrayList<>()));
        for (final GraphEdge edge : content.edges()) {
            parents.get(edge.child() - layer.first()).add(new Parent(edge.parent() - above.first(), edge.rowOffset(), edge.colOffset(),
                    edge.weight(), edge.residual()));
        }
        final List<Pattern> patterns = new ArrayList<>();
        for (int v = 0; v < parents.size(); v++) {
            final GraphPattern pattern = content.patterns().get(v);
            patterns.add(new Pattern(pattern.filter(), pattern.index(), pattern.row(), pattern.col(), pattern.spread(), pattern.reach(),
                    parents.get(v), pattern.merged()));
        }
        final Places places = content.places();
        return new PatternLayer(layer.name(), new MapGrid(layer.rows(), layer.cols(), layer.firstRow(), layer.firstCol(), layer.rowStep(),
                layer.colStep()), layer.scales(), layer.noise(), layer.window(), layer.following(), patterns,
                new Inferences(content.mirrored().length, places.rows(), places.cols(), places.scores(), places.activations(),
                        Arrays.copyOf(content.mirrored(), content.mirrored().length)));
    }
}
