package org.filterscope.analysis.graph;

import java.util.Arrays;

/**
 * How well a pattern moves together with each of some candidates: {@code Σ w(I) exp(−|δ(I) − δ'(I)|² / 2m)} over pictures I, where m is the mean of
 * |δ − δ'|² over candidates and pictures. In single precision and laid out so that the compiler takes several candidates at once: this is where
 * most of the mining's time would go.
 */
final class CommonMotion {
    private static final int BLOCK = 64;
    /** Beyond this exponent a picture adds 1e-7 of its weight: nothing. */
    private static final float MOST = 16;
    private static final float MIDDLE = 0.25f;
    private static final float PART = 1f / 32;
    private static final float[] SERIES = series();

    private final int pictures;
    private final int candidates;
    /** {@code [block][picture][candidate of the block]}. */
    private final float[] rows;
    private final float[] cols;
    private final double[] meanRows;
    private final double[] meanCols;
    private double meanSquare;

    /** @param numbers of the candidates among the patterns above */
    CommonMotion(final Expectation.Above above, final int[] numbers) {
        pictures = above.inferences().pictures();
        candidates = numbers.length;
        final int blocks = (candidates + BLOCK - 1) / BLOCK;
        rows = new float[Math.multiplyExact(blocks * BLOCK, pictures)];
        cols = new float[rows.length];
        meanRows = new double[pictures];
        meanCols = new double[pictures];
        for (int c = 0; c < candidates; c++) {
            for (int picture = 0; picture < pictures; picture++) {
                final double row = above.rowDeviation(numbers[c], picture);
                final double col = above.colDeviation(numbers[c], picture);
                rows[at(c / BLOCK, picture) + c % BLOCK] = (float) row;
                cols[at(c / BLOCK, picture) + c % BLOCK] = (float) col;
                meanRows[picture] += row / candidates;
                meanCols[picture] += col / candidates;
                meanSquare += (row * row + col * col) / candidates;
            }
        }
        meanSquare /= pictures;
    }

    private int at(final int block, final int picture) {
        return (block * pictures + picture) * BLOCK;
    }

    /** The mean squared difference of a pattern's deviations from the candidates', both axes together: m. */
    private double mean(final float[] ownRows, final float[] ownCols) {
        double sum = 0;
        for (int picture = 0; picture < pictures; picture++) {
            final double row = ownRows[picture];
            final double col = ownCols[picture];
            sum += row * (row - 2 * meanRows[picture]) + col * (col - 2 * meanCols[picture]);
        }
        return Math.max(0, sum / pictures + meanSquare);
    }

    /**
     * @param ownRows deviation of the pattern by picture, in pixels
     * @param ownCols deviation of the pattern by picture, in pixels
     * @param weights by picture
     * @return by candidate
     */
    float[] agreement(final float[] ownRows, final float[] ownCols, final float[] weights) {
        final double mean = mean(ownRows, ownCols);
        // Where nothing differs all agree.
        final float scale = mean > 0 ? (float) (PART / (2 * mean)) : 0;
        final float[] sums = new float[candidates];
        final float[] block = new float[BLOCK];
        for (int b = 0; b * BLOCK < candidates; b++) {
            Arrays.fill(block, 0);
            for (int picture = 0; picture < pictures; picture++) {
                if (weights[picture] > 0) {
                    add(block, at(b, picture), ownRows[picture], ownCols[picture], scale, weights[picture]);
                }
            }
            System.arraycopy(block, 0, sums, b * BLOCK, Math.min(BLOCK, candidates - b * BLOCK));
        }
        return sums;
    }

    /** exp(−x) as the 32nd power of a Taylor polynomial for exp(−x / 32) around its middle: 4e-7 by the series, 3e-6 with rounding. */
    private void add(final float[] block, final int at, final float row, final float col, final float scale, final float weight) {
        final float s0 = SERIES[0];
        final float s1 = SERIES[1];
        final float s2 = SERIES[2];
        final float s3 = SERIES[3];
        final float s4 = SERIES[4];
        final float s5 = SERIES[5];
        final float s6 = SERIES[6];
        for (int c = 0; c < BLOCK; c++) {
            final float down = rows[at + c] - row;
            final float across = cols[at + c] - col;
            final float t = Math.min((down * down + across * across) * scale, MOST * PART) - MIDDLE;
            final float root = s0 + t * (s1 + t * (s2 + t * (s3 + t * (s4 + t * (s5 + t * s6)))));
            final float second = root * root;
            final float fourth = second * second;
            final float eighth = fourth * fourth;
            final float sixteenth = eighth * eighth;
            block[c] += weight * (sixteenth * sixteenth);
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
