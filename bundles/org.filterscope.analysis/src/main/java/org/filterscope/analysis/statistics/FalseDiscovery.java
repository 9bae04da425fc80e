package org.filterscope.analysis.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values for the number of tests: who believes all whose corrected value is at most a, is wrong in a share of at most a of them on
 * average. Source: Benjamini and Hochberg: Controlling the false discovery rate, 1995; as adjusted p-values, Yekutieli and Benjamini 1999.
 */
public final class FalseDiscovery {

    private FalseDiscovery() {
    }

    /**
     * The smallest rate of false discoveries at which each test is among the discoveries.
     *
     * @param pValues not a number where there was no test
     * @return in the same order, not a number in the same places
     */
    public static double[] adjusted(final double[] pValues) {
        final int[] rising = IntStream.range(0, pValues.length).filter(i -> !Double.isNaN(pValues[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i])).mapToInt(Integer::intValue).toArray();
        final double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        double least = 1;
        for (int rank = rising.length; rank > 0; rank--) {
            final int test = rising[rank - 1];
            least = Math.min(least, pValues[test] * rising.length / rank);
            adjusted[test] = least;
        }
        return adjusted;
    }
}
