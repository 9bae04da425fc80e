package org.filterscope.ui.graph.model;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.core.graph.Places;

/**
 * Which patterns are on a picture, and where.
 *
 * @param number among the graph's pictures
 * @param places of all patterns on it
 * @param there  numbers of the patterns that are there
 */
public record Picture(int number, Places places, BitSet there) {

    public static Picture of(final GraphTable table, final int number, final Places places) {
        final BitSet there = new BitSet(table.patterns());
        for (int pattern = 0; pattern < table.patterns(); pattern++) {
            there.set(pattern, places.isThere(pattern, table.least(pattern)));
        }
        return new Picture(number, places, there);
    }

    /** Those of a set that are there, the highest scores first; no more than {@code most}. */
    public List<Integer> strongest(final IntStream patterns, final int most) {
        return patterns.filter(there::get).boxed()
                .sorted(Comparator.comparingDouble((final Integer pattern) -> -places.scores()[pattern]).thenComparing(Comparator.naturalOrder()))
                .limit(most).toList();
    }
}
