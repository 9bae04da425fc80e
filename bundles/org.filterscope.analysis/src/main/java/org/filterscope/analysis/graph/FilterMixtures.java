package org.filterscope.analysis.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many different parts a filter mixes. Several patterns of a filter often share one part; they are told apart by where they are. Taken from the
 * one that explains most to the one that explains least, a pattern joins the first part that it goes with, else begins a new one. Parts that
 * explain less than a tenth of the filter's response do not count.
 */
public final class FilterMixtures {
    /** Of the map's extent: the published spread, below which a pattern is not looked for anywhere else. */
    private static final double NEAR = 0.15;
    private static final double LEAST_EXPLAINED = 0.1;
    /** Both must be on so many of the pictures for their places to be compared. */
    private static final double LEAST_COMMON = 0.05;
    private static final double SAME_PLACE = 1.5;

    private final PatternLayer layer;
    private final float[] explained;
    private final ScorePercentiles percentiles;

    /** @param explained by pattern, the share of its filter's response that it explains */
    public FilterMixtures(final PatternLayer layer, final float[] explained, final ScorePercentiles percentiles) {
        this.layer = layer;
        this.explained = explained;
        this.percentiles = percentiles;
    }

    /** By filter; 0 where no part explains a tenth. */
    public int[] counts() {
        return parts().stream().mapToInt(List::size).toArray();
    }

    /** By filter its parts that count, of each the number of the pattern in the layer that it began with. */
    public List<List<Integer>> parts() {
        final List<List<Integer>> parts = new ArrayList<>();
        int first = 0;
        for (int filter = 0; filter < layer.filters(); filter++) {
            int end = first;
            while (end < layer.patterns().size() && layer.patterns().get(end).filter() == filter) {
                end++;
            }
            parts.add(parts(first, end));
            first = end;
        }
        return parts;
    }

    private List<Integer> parts(final int first, final int end) {
        final List<Integer> leaders = new ArrayList<>();
        final List<Double> shares = new ArrayList<>();
        IntStream.range(first, end).boxed().sorted(Comparator.comparingDouble(v -> -explained[v])).forEach(v -> {
            int part = 0;
            while (part < leaders.size() && !together(leaders.get(part), v)) {
                part++;
            }
            if (part == leaders.size()) {
                leaders.add(v);
                shares.add(0.0);
            }
            shares.set(part, shares.get(part) + explained[v]);
        });
        return IntStream.range(0, leaders.size()).filter(part -> shares.get(part) >= LEAST_EXPLAINED).mapToObj(leaders::get).toList();
    }

    private boolean together(final int one, final int other) {
        final Pattern a = layer.patterns().get(one);
        final Pattern b = layer.patterns().get(other);
        if (Math.hypot(a.row() - b.row(), a.col() - b.col()) < NEAR * layer.grid().extent()) {
            return true;
        }
        final Inferences found = layer.inferences();
        int common = 0;
        int same = 0;
        for (int picture = 0; picture < found.pictures(); picture++) {
            if (percentiles.isThere(found, one, picture) && percentiles.isThere(found, other, picture)) {
                common++;
                same += samePlace(found, found.at(one, picture), found.at(other, picture)) ? 1 : 0;
            }
        }
        return common >= LEAST_COMMON * found.pictures() && 2 * same > common;
    }

    private boolean samePlace(final Inferences found, final int one, final int other) {
        return Math.abs(found.rows()[one] - found.rows()[other]) <= SAME_PLACE * layer.grid().rowStep()
                && Math.abs(found.cols()[one] - found.cols()[other]) <= SAME_PLACE * layer.grid().colStep();
    }
}
