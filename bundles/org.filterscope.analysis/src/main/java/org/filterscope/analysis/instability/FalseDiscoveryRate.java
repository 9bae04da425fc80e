package org.filterscope.analysis.instability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values for their number, so that of those below x about the share x is chance.
 * Source: Benjamini and Hochberg: Controlling the false discovery rate, Journal of the Royal Statistical Society B 57 (1995).
 */
final class FalseDiscoveryRate {
    private FalseDiscoveryRate() {
    }

    /** @return in the same order; what is not a number stays so and does not count */
    static double[] corrected(final double[] pValues) {
        final int[] order = IntStream.range(0, pValues.length).filter(i -> !Double.isNaN(pValues[i])).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> pValues[i]).reversed()).mapToInt(Integer::intValue).toArray();
        final double[] corrected = new double[pValues.length];
        Arrays.fill(corrected, Double.NaN);
        double least = 1;
        for (int i = 0; i < order.length; i++) {
            least = Math.min(least, pValues[order[i]] * order.length / (order.length - i));
            corrected[order[i]] = least;
        }
        return corrected;
    }
}
