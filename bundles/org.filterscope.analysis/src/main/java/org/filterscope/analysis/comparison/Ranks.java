package org.filterscope.analysis.comparison;

import java.util.Arrays;

/** Values replaced by their ranks. */
public final class Ranks {
    private Ranks() {
    }

    /** Ranks from 0; equal values share the mean of theirs. Values must not be NaN. */
    public static double[] of(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            final double value = values[i] + 0.0;
            ranks[i] = (first(sorted, value) + first(sorted, Math.nextUp(value)) - 1) / 2.0;
        }
        return ranks;
    }

    /** How many values are below a bound. */
    private static int first(final double[] sorted, final double bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
