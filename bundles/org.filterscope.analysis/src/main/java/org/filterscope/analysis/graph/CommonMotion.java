package org.filterscope.analysis.graph;

import java.util.List;

/**
 * How well a pattern moves together with each of some candidates: {@code Σ w(I) exp(−|δ(I) − δ'(I)|² / 2m)} over pictures I, where m is the mean
 * of |δ − δ'|² over candidates and pictures. In single precision and laid out so that the compiler takes several candidates at once: this is
 * where most of the mining's time would go.
 */
final class CommonMotion {
    /** Beyond this exponent a picture adds 1e-7 of its weight: nothing. */
    private static final float MOST = 16;
    private static final float MIDDLE = 0.25f;
    private static final float PART = 1f / 32;
    private static final float[] SERIES = series();

    /** {@code [picture][candidate]}. */
    private final float[][] rows;
    private final float[][] cols;
    private final double[] meanRows;
    private final double[] meanCols;
    private double meanSquare;

    /**
     * One pattern's motion.
     *
     * @param rows    deviation from the mean position by picture, in pixels
     * @param cols    deviation from the mean position by picture, in pixels
     * @param weights by picture; their sum is 1
     */
    record Motion(float[] rows, float[] cols, float[] weights) {
    }

    /** @param numbers of the candidates among the patterns above */
    CommonMotion(final Expectation.Above above, final int[] numbers) {
        final int pictures = above.inferences().pictures();
        rows = new float[pictures][numbers.length];
        cols = new float[pictures][numbers.length];
        meanRows = new double[pictures];
        meanCols = new double[pictures];
        for (int picture = 0; picture < pictures; picture++) {
            for (int c = 0; c < numbers.length; c++) {
                final double row = above.rowDeviation(numbers[c], picture);
                final double col = above.colDeviation(numbers[c], picture);
                rows[picture][c] = (float) row;
                cols[picture][c] = (float) col;
                meanRows[picture] += row / numbers.length;
                meanCols[picture] += col / numbers.length;
                meanSquare += (row * row + col * col) / numbers.length;
            }
        }
        meanSquare /= pictures;
    }

    /** The mean squared difference of a pattern's deviations from the candidates', both axes together: m. */
    private double mean(final Motion motion) {
        double sum = 0;
        for (int picture = 0; picture < rows.length; picture++) {
            final double row = motion.rows[picture];
            final double col = motion.cols[picture];
            sum += row * (row - 2 * meanRows[picture]) + col * (col - 2 * meanCols[picture]);
        }
        return Math.max(0, sum / rows.length + meanSquare);
    }

    /** @return {@code [motion][candidate]}, 0 to 1 */
    float[][] agreement(final List<Motion> motions) {
        final float[] scales = new float[motions.size()];
        for (int i = 0; i < scales.length; i++) {
            final double mean = mean(motions.get(i));
            // Where nothing differs all agree.
            scales[i] = mean > 0 ? (float) (PART / (2 * mean)) : 0;
        }
        final float[][] sums = new float[scales.length][rows[0].length];
        // A picture's candidates stay in the cache for all patterns.
        for (int picture = 0; picture < rows.length; picture++) {
            for (int i = 0; i < scales.length; i++) {
                final Motion motion = motions.get(i);
                if (motion.weights[picture] > 0) {
                    add(sums[i], rows[picture], cols[picture], motion.rows[picture], motion.cols[picture], scales[i],
                            motion.weights[picture]);
                }
            }
        }
        return sums;
    }

    /**
     * exp(−x) as the 32nd power of a Taylor polynomial for exp(−x / 32) around its middle: 4e-7 by the series, 3e-6 with rounding. All arrays have
     * the same index, else the compiler fears that they overlap.
     */
    private static void add(final float[] sums, final float[] rows, final float[] cols, final float row, final float col, final float scale,
            final float weight) {
        final float s0 = SERIES[0];
        final float s1 = SERIES[1];
        final float s2 = SERIES[2];
        final float s3 = SERIES[3];
        final float s4 = SERIES[4];
        final float s5 = SERIES[5];
        final float s6 = SERIES[6];
        for (int c = 0; c < sums.length; c++) {
            final float down = rows[c] - row;
            final float across = cols[c] - col;
            final float t = Math.min((down * down + across * across) * scale, MOST * PART) - MIDDLE;
            final float root = s0 + t * (s1 + t * (s2 + t * (s3 + t * (s4 + t * (s5 + t * s6)))));
            final float second = root * root;
            final float fourth = second * second;
            final float eighth = fourth * fourth;
            final float sixteenth = eighth * eighth;
            sums[c] += weight * (sixteenth * sixteenth);
        }
    }

    private static float[] series() {
        final float[] series = new float[7];
        double term = Math.exp(-MIDDLE);
        for (int i = 0; i < series.length; i++) {
            series[i] = (float) term;
            term *= -1.0 / (i + 1);
        }
        return series;
    }
}
