package org.filterscope.analysis.comparison;

/**
 * Linear centred kernel alignment (Kornblith, Norouzi, Lee, Hinton: Similarity of neural network representations revisited, ICML 2019),
 * debiased: with the unbiased estimator of the Hilbert-Schmidt independence criterion (Song and others, JMLR 2012). Of the Gram matrices
 * {@code K = XXᵀ}, {@code L = YYᵀ} without their diagonals, that estimator is, but for a factor,
 * {@code tr KL + 1ᵀK1 1ᵀL1 / ((n−1)(n−2)) − 2/(n−2) 1ᵀKL1}. For centred columns all of it follows from {@code XᵀY} and the lengths of the
 * rows, so that no Gram matrix is needed.
 */
final class KernelAlignment {
    /** The estimator is not defined for fewer. */
    static final int FEWEST_PICTURES = 4;

    private KernelAlignment() {
    }

    /**
     * @param similarity of X and Y
     * @param first      similarity of X with itself
     * @param second     similarity of Y with itself
     * @return at most 1; not a number for fewer than four pictures, or where a matrix does not vary
     */
    static double of(final double similarity, final double first, final double second) {
        return first > 0 && second > 0 ? similarity / (Math.sqrt(first) * Math.sqrt(second)) : Double.NaN;
    }

    /**
     * The estimator, but for a factor that cancels.
     *
     * @param order   picture of the second matrix that stands beside each picture of the first
     * @param product {@code XᵀY} in that order
     * @return not a number for fewer than four pictures
     */
    static double similarity(final PeakMatrix first, final PeakMatrix second, final int[] order, final double[][] product) {
        final int n = order.length;
        if (n < FEWEST_PICTURES) {
            return Double.NaN;
        }
        double all = 0;
        for (final double[] row : product) {
            for (final double value : row) {
                all += value * value;
            }
        }
        double firstTrace = 0;
        double secondTrace = 0;
        double diagonal = 0;
        for (int i = 0; i < n; i++) {
            final double x = first.square(i);
            final double y = second.square(order[i]);
            firstTrace += x;
            secondTrace += y;
            diagonal += x * y;
        }
        return all - n / (n - 2.0) * diagonal + firstTrace * secondTrace / ((n - 1.0) * (n - 2.0));
    }
}
