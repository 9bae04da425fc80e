package org.filterscope.analysis.graph;

import java.util.Arrays;

/**
 * Sums over the responses of a row of the map, by pattern: weight times the density's factor along the columns, times powers of the column's place.
 * The compiler takes several patterns at once: each loop writes to one array alone, and all arrays have the same index.
 */
final class RowMoments {
    private static final int TOGETHER = 4;

    private final double[][] across;
    /** By power. */
    private final double[][] sums;

    /**
     * @param across {@code [col][pattern]}
     * @param powers how many, from 0 on
     */
    RowMoments(final double[][] across, final int powers) {
        this.across = across;
        sums = new double[powers][across[0].length];
    }

    /**
     * @param from first response of the row
     * @param to   one past its last
     * @param cols of responses
     * @param x    place of responses along the row
     * @return {@code [power][pattern]}, good until the next call
     */
    double[][] of(final int from, final int to, final int[] cols, final double[] x, final double[] weights) {
        for (final double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int i = from; i < to; i += TOGETHER) {
            final int last = to - 1;
            final int two = Math.min(i + 1, last);
            final int three = Math.min(i + 2, last);
            final int four = Math.min(i + 3, last);
            double w1 = weights[i];
            double w2 = i + 1 < to ? weights[two] : 0;
            double w3 = i + 2 < to ? weights[three] : 0;
            double w4 = i + 3 < to ? weights[four] : 0;
            for (final double[] sum : sums) {
                add(sum, across[cols[i]], across[cols[two]], across[cols[three]], across[cols[four]], w1, w2, w3, w4);
                w1 *= x[i];
                w2 *= x[two];
                w3 *= x[three];
                w4 *= x[four];
            }
        }
        return sums;
    }

    private static void add(final double[] sums, final double[] first, final double[] second, final double[] third, final double[] fourth,
            final double w1, final double w2, final double w3, final double w4) {
        for (int n = 0; n < sums.length; n++) {
            sums[n] += w1 * first[n] + w2 * second[n] + (w3 * third[n] + w4 * fourth[n]);
        }
    }
}
