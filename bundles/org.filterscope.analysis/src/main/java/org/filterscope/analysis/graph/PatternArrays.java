package org.filterscope.analysis.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The patterns of a layer as arrays, while they are mined or looked for. Filters are worked on side by side; each touches its own patterns alone. */
final class PatternArrays {
    /** By filter, its first pattern; one more than filters. */
    final int[] first;
    final double[] rows;
    final double[] cols;
    final double[] spreads;
    final double[] reaches;
    final List<List<Parent>> parents;

    private PatternArrays(final int[] first) {
        this.first = first;
        final int patterns = first[first.length - 1];
        rows = new double[patterns];
        cols = new double[patterns];
        spreads = new double[patterns];
        reaches = new double[patterns];
        parents = new ArrayList<>(Collections.nCopies(patterns, List.of()));
    }

    /**
     * Before the first iteration.
     *
     * @param alive  by filter, whether it has patterns
     * @param starts first places of the patterns of every filter, as positions of the map
     * @param spread of all, in pixels
     */
    static PatternArrays starting(final boolean[] alive, final int[] starts, final MapGrid grid, final double spread) {
        final int[] first = new int[alive.length + 1];
        for (int filter = 0; filter < alive.length; filter++) {
            first[filter + 1] = Math.addExact(first[filter], alive[filter] ? starts.length : 0);
        }
        final PatternArrays patterns = new PatternArrays(first);
        for (int v = 0; v < patterns.size(); v++) {
            final int cell = starts[v % starts.length];
            patterns.rows[v] = grid.row(cell);
            patterns.cols[v] = grid.col(cell);
        }
        Arrays.fill(patterns.spreads, spread);
        Arrays.fill(patterns.reaches, spread);
        return patterns;
    }

    static PatternArrays of(final PatternLayer layer) {
        final int[] first = new int[layer.filters() + 1];
        for (final Pattern pattern : layer.patterns()) {
            first[pattern.filter() + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        final PatternArrays patterns = new PatternArrays(first);
        for (int v = 0; v < patterns.size(); v++) {
            final Pattern pattern = layer.patterns().get(v);
            patterns.rows[v] = pattern.row();
            patterns.cols[v] = pattern.col();
            patterns.spreads[v] = pattern.spread();
            patterns.reaches[v] = pattern.reach();
            patterns.parents.set(v, pattern.parents());
        }
        return patterns;
    }

    int size() {
        return rows.length;
    }

    int filters() {
        return first.length - 1;
    }

    double leastReach() {
        return Arrays.stream(reaches).min().orElse(0);
    }
}
