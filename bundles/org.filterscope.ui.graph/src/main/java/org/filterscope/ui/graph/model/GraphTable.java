package org.filterscope.ui.graph.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.filterscope.core.graph.ExplanatoryGraph;
import org.filterscope.core.graph.GraphHeading;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.PatternScore;

/**
 * What is painted of a graph, in arrays: nothing is read from the file while painting. The patterns of a filter are a group; filters without patterns
 * are none.
 */
public final class GraphTable {
    /** In place of a part's number. */
    public static final int NO_PART = -1;

    private final GraphHeading heading;
    private final int[][] filters;
    private final int[][] first;
    private final int[] largest;
    private final int[] groups;
    private final int[] indexes;
    private final int[] parts;
    private final Map<PatternScore, float[]> scores = new EnumMap<>(PatternScore.class);
    private final float[] least;
    private final EdgeTable edges;

    private GraphTable(final ExplanatoryGraph graph) {
        heading = graph.heading();
        final int patterns = graph.patterns();
        groups = new int[patterns];
        indexes = new int[patterns];
        parts = new int[patterns];
        least = new float[patterns];
        largest = new int[layers().size()];
        filters = new int[layers().size()][];
        first = new int[layers().size()][];
        for (int layer = 0; layer < filters.length; layer++) {
            readLayer(graph, layer);
        }
        for (final PatternScore score : graph.scores()) {
            final float[] column = new float[patterns];
            for (int pattern = 0; pattern < patterns; pattern++) {
                column[pattern] = graph.score(score, pattern);
            }
            scores.put(score, column);
        }
        for (int pattern = 0; pattern < patterns; pattern++) {
            parts[pattern] = graph.part(pattern).map(heading.parts()::indexOf).orElse(NO_PART);
        }
        edges = EdgeTable.of(graph);
    }

    /** Takes some tenths of a second for the largest graphs: not for the UI thread. */
    public static GraphTable of(final ExplanatoryGraph graph) {
        return new GraphTable(graph);
    }

    private void readLayer(final ExplanatoryGraph graph, final int number) {
        final GraphLayer layer = layers().get(number);
        final List<Integer> found = new ArrayList<>();
        final List<Integer> starts = new ArrayList<>();
        for (int pattern = layer.first(); pattern < layer.first() + layer.patterns(); pattern++) {
            final int filter = graph.pattern(pattern).filter();
            if (found.isEmpty() || found.getLast() != filter) {
                found.add(filter);
                starts.add(pattern);
            }
            groups[pattern] = found.size() - 1;
            indexes[pattern] = graph.pattern(pattern).index();
            least[pattern] = graph.pattern(pattern).least();
        }
        starts.add(layer.first() + layer.patterns());
        filters[number] = found.stream().mapToInt(Integer::intValue).toArray();
        first[number] = starts.stream().mapToInt(Integer::intValue).toArray();
        for (int group = 0; group < found.size(); group++) {
            largest[number] = Math.max(largest[number], size(number, group));
        }
    }

    public GraphHeading heading() {
        return heading;
    }

    public List<GraphLayer> layers() {
        return heading.layers();
    }

    public int patterns() {
        return groups.length;
    }

    public EdgeTable edges() {
        return edges;
    }

    /** Filters of a layer that have patterns. */
    public int groups(final int layer) {
        return filters[layer].length;
    }

    /** Number of a group's filter in the network's layer. */
    public int filter(final int layer, final int group) {
        return filters[layer][group];
    }

    /** The group of a filter; empty when it has no patterns. */
    public OptionalInt group(final int layer, final int filter) {
        final int found = Arrays.binarySearch(filters[layer], filter);
        return found >= 0 ? OptionalInt.of(found) : OptionalInt.empty();
    }

    /** Number of a group's first pattern. */
    public int first(final int layer, final int group) {
        return first[layer][group];
    }

    /** How many patterns a group has. */
    public int size(final int layer, final int group) {
        return first[layer][group + 1] - first[layer][group];
    }

    /** How many patterns the layer's largest group has; 0 for a layer without patterns. */
    public int largest(final int layer) {
        return largest[layer];
    }

    public int layerOf(final int pattern) {
        int layer = 0;
        while (layer + 1 < filters.length && pattern >= layers().get(layer).first() + layers().get(layer).patterns()) {
            layer++;
        }
        return layer;
    }

    public int groupOf(final int pattern) {
        return groups[pattern];
    }

    /** The pattern's own number among its filter's patterns; some may have been left out. */
    public int index(final int pattern) {
        return indexes[pattern];
    }

    public Mark.OfPattern mark(final int pattern) {
        return new Mark.OfPattern(layerOf(pattern), groups[pattern], pattern);
    }

    /** Number among {@link GraphHeading#parts()}, or {@link #NO_PART}. */
    public int part(final int pattern) {
        return parts[pattern];
    }

    /** The lowest score with which a pattern counts as being on a picture. */
    public float least(final int pattern) {
        return least[pattern];
    }

    public List<PatternScore> scores() {
        return List.copyOf(scores.keySet());
    }

    /** By pattern; empty when the graph does not have that score. */
    public Optional<float[]> scores(final PatternScore score) {
        return Optional.ofNullable(scores.get(score));
    }
}
