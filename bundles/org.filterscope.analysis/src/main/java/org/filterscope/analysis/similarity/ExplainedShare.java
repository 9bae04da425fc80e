package org.filterscope.analysis.similarity;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;

import org.filterscope.core.progress.Progress;

/**
 * How much of each filter's variance a linear combination of the layer's other filters explains. The combination is fitted on one half of the
 * pictures and judged on the other, both ways, so that as many filters as samples cannot explain chance.
 * The fit is read off the inverse P of the correlation matrix: filter i is best predicted by {@code −P(i,j) / P(i,i)} times each other filter j.
 * A small ridge keeps the matrix invertible where filters are copies of each other.
 */
final class ExplainedShare {
    private static final double RIDGE = 1e-4;
    /** Beyond it the inverse takes minutes. */
    private static final int MOST = 1024;
    private static final int LEAST_SAMPLES_A_FILTER = 2;
    /** Columns of the inverse that are found together, so that one can cancel between. */
    private static final int BLOCK = 64;

    private ExplainedShare() {
    }

    /**
     * @param lively which channels take part
     * @return 0 to 1 by channel; not a number where it takes no part, where there are fewer than two samples a filter in a half, or where there
     *     are more than 1024 filters
     */
    static double[] of(final Moments even, final Moments odd, final boolean[] lively, final Progress progress) {
        final double[] shares = new double[lively.length];
        Arrays.fill(shares, Double.NaN);
        final int[] filters = IntStream.range(0, lively.length).filter(i -> lively[i] && even.variance(i) > 0 && odd.variance(i) > 0).toArray();
        final long samples = Math.min(even.count(), odd.count());
        if (filters.length < 2 || filters.length > MOST || samples < (long) LEAST_SAMPLES_A_FILTER * filters.length) {
            return shares;
        }
        final double[] one = judged(even, odd, filters, progress);
        final double[] other = judged(odd, even, filters, progress);
        for (int i = 0; i < filters.length; i++) {
            shares[filters[i]] = Math.clamp((one[i] + other[i]) / 2, 0, 1);
        }
        return shares;
    }

    private static double[] judged(final Moments fit, final Moments judge, final int[] filters, final Progress progress) {
        final int size = filters.length;
        final double[] deviations = new double[size];
        for (int i = 0; i < size; i++) {
            deviations[i] = Math.sqrt(fit.variance(filters[i]));
        }
        final double[][] fitted = scaled(fit, filters, deviations);
        for (int i = 0; i < size; i++) {
            fitted[i][i] += RIDGE;
        }
        progress.checkCancelled();
        final DecompositionSolver solver = new CholeskyDecomposition(new Array2DRowRealMatrix(fitted, false)).getSolver();
        final double[][] judging = scaled(judge, filters, deviations);
        final double[] shares = new double[size];
        for (int start = 0; start < size; start += BLOCK) {
            progress.checkCancelled();
            final int width = Math.min(BLOCK, size - start);
            final RealMatrix unit = new Array2DRowRealMatrix(size, width);
            for (int k = 0; k < width; k++) {
                unit.setEntry(start + k, k, 1);
            }
            final RealMatrix inverse = solver.solve(unit);
            for (int k = 0; k < width; k++) {
                final double[] column = inverse.getColumn(k);
                shares[start + k] = 1 - quadratic(judging, column) / (column[start + k] * column[start + k]) / judging[start + k][start + k];
            }
        }
        return shares;
    }

    /** Covariances in units of the given deviations. */
    private static double[][] scaled(final Moments moments, final int[] filters, final double[] deviations) {
        final double[][] matrix = new double[filters.length][filters.length];
        for (int i = 0; i < filters.length; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = moments.covariance(filters[i], filters[j]) / (deviations[i] * deviations[j]);
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private static double quadratic(final double[][] matrix, final double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            double product = 0;
            for (int j = 0; j < vector.length; j++) {
                product += matrix[i][j] * vector[j];
            }
            sum += vector[i] * product;
        }
        return sum;
    }
}
