package org.filterscope.analysis.instability;

import java.util.Arrays;

/** Ranks pictures by a filter's peak. */
final class PeakOrder {
    private PeakOrder() {
    }

    /**
     * The pictures that may count and have a peak above zero, the highest peak first; of equal peaks the earlier picture first.
     *
     * @param values peak of each picture
     * @param marked which pictures may count
     */
    static int[] of(final float[] values, final boolean[] marked) {
        final long[] keys = new long[values.length];
        int count = 0;
        for (int picture = 0; picture < values.length; picture++) {
            if (marked[picture] && values[picture] > 0) {
                // Bits of positive numbers grow with the number.
                keys[count++] = (long) -Float.floatToIntBits(values[picture]) << Integer.SIZE | picture;
            }
        }
        Arrays.sort(keys, 0, count);
        final int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }
}
