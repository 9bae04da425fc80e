package org.filterscope.analysis.instability;

import java.util.SplittableRandom;

/**
 * How often peaks predict a landmark as well when they are shuffled among the pictures. Only the covariance of peak and landmark changes with
 * the order, so that is all that is computed. Shuffling ends early once ten orders did as well: nothing is to be found then, and the share is
 * still unbiased.
 * Source: Besag and Clifford: Sequential Monte Carlo p-values, Biometrika 78 (1991).
 */
final class PermutationTest {
    private static final int MOST = 999;
    private static final int ENOUGH = 10;
    /** Orders that differ in rounding alone are equal. */
    private static final double ROUNDING = 1e-9;

    private PermutationTest() {
    }

    /** @return above 0, at most 1; not a number for fewer than two pictures */
    static double pValue(final PeakedPictures pictures, final long seed) {
        final int size = pictures.size();
        if (size < 2) {
            return Double.NaN;
        }
        final double[] rows = centred(pictures.rows, size);
        final double[] cols = centred(pictures.cols, size);
        final double[] peakRows = centred(pictures.peakRows, size);
        final double[] peakCols = centred(pictures.peakCols, size);
        final double scale = Math.sqrt((sum(rows, rows) + sum(cols, cols)) * (sum(peakRows, peakRows) + sum(peakCols, peakCols)));
        final double found = sum(rows, peakRows) + sum(cols, peakCols) - ROUNDING * scale;
        final SplittableRandom random = new SplittableRandom(seed);
        int asGood = 0;
        for (int done = 1; done <= MOST; done++) {
            for (int i = size - 1; i > 0; i--) {
                final int j = random.nextInt(i + 1);
                swap(peakRows, i, j);
                swap(peakCols, i, j);
            }
            if (sum(rows, peakRows) + sum(cols, peakCols) >= found && ++asGood == ENOUGH) {
                return (double) ENOUGH / done;
            }
        }
        return (asGood + 1.0) / (MOST + 1);
    }

    private static double[] centred(final double[] values, final int size) {
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += values[i] / size;
        }
        final double[] centred = new double[size];
        for (int i = 0; i < size; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    private static double sum(final double[] one, final double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static void swap(final double[] values, final int i, final int j) {
        final double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
