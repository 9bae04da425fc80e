package org.filterscope.ui.detectors;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.filterscope.core.report.DetectorRow;
import org.filterscope.ui.display.ThemeColors;

/**
 * How many filters stand for concepts.
 *
 * @param rows       as the report has them
 * @param layers     as the report has them
 * @param categories those with most detectors, at most as many as there are colors; the rest is one category, the last
 */
record DetectorCounts(List<DetectorRow> rows, List<String> layers, List<String> categories) {

    /** @param other what the rest is called */
    static DetectorCounts of(final List<DetectorRow> rows, final String other) {
        final Set<String> layers = new LinkedHashSet<>();
        final Map<String, Integer> sums = new HashMap<>();
        for (final DetectorRow row : rows) {
            layers.add(row.layer());
            sums.merge(row.category(), row.detectors(), Integer::sum);
        }
        final Comparator<String> most = Comparator.comparing(sums::get);
        final List<String> categories = sums.keySet().stream().sorted(most.reversed().thenComparing(Comparator.naturalOrder())).toList();
        return new DetectorCounts(List.copyOf(rows), List.copyOf(layers), categories.size() <= ThemeColors.HUES ? categories
                : Stream.concat(categories.stream().limit(ThemeColors.HUES - 1L), Stream.of(other)).toList());
    }

    /** Detectors of a category by layer. */
    double[] of(final String category) {
        final double[] counts = new double[layers.size()];
        // Of a category that was given no color of its own, the last one has the filters.
        final boolean last = category.equals(categories.getLast());
        for (final DetectorRow row : rows) {
            if (row.category().equals(category) || last && !categories.contains(row.category())) {
                counts[layers.indexOf(row.layer())] += row.detectors();
            }
        }
        return counts;
    }
}
