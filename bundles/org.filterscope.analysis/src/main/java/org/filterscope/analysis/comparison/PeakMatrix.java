package org.filterscope.analysis.comparison;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The peaks of a layer's filters on some pictures, each filter's mean taken off. Filters whose peak is the same on all of these pictures, or
 * not finite on one, say nothing and are left out.
 */
final class PeakMatrix {
    /** Relative to the largest peak: below it, differences are rounding. */
    private static final double CONSTANT = 1e-12;

    private final double[][] centred;
    private final int[] channels;
    private final double[] lengths;
    private final double[] squares;

    /** @param peaks {@code [picture, channel]} */
    PeakMatrix(final float[][] peaks) {
        final int all = peaks.length == 0 ? 0 : peaks[0].length;
        final double[] means = new double[all];
        final double[] spreads = new double[all];
        final double[] largest = new double[all];
        for (final float[] row : peaks) {
            for (int c = 0; c < all; c++) {
                means[c] += row[c];
                largest[c] = Math.max(largest[c], Math.abs(row[c]));
            }
        }
        for (int c = 0; c < all; c++) {
            means[c] /= peaks.length;
        }
        for (final float[] row : peaks) {
            for (int c = 0; c < all; c++) {
                spreads[c] += (row[c] - means[c]) * (row[c] - means[c]);
            }
        }
        channels = IntStream.range(0, all)
                .filter(c -> Double.isFinite(spreads[c]) && Math.sqrt(spreads[c] / peaks.length) > CONSTANT * largest[c]).toArray();
        lengths = Arrays.stream(channels).mapToDouble(c -> Math.sqrt(spreads[c])).toArray();
        centred = new double[peaks.length][channels.length];
        squares = new double[peaks.length];
        for (int i = 0; i < peaks.length; i++) {
            for (int k = 0; k < channels.length; k++) {
                centred[i][k] = peaks[i][channels[k]] - means[channels[k]];
                squares[i] += centred[i][k] * centred[i][k];
            }
        }
    }

    int pictures() {
        return centred.length;
    }

    /** Filters that take part. */
    int filters() {
        return channels.length;
    }

    /** The channel of a filter that takes part. */
    int channel(final int filter) {
        return channels[filter];
    }

    /** {@code [picture, filter]}; every column has mean zero. */
    double[][] centred() {
        return centred;
    }

    /** Euclidean length of a filter's column. */
    double length(final int filter) {
        return lengths[filter];
    }

    /** Squared length of a picture's row. */
    double square(final int picture) {
        return squares[picture];
    }

    /** {@code XᵀX}, {@code [filter, filter]}. Not kept. */
    double[][] scatter(final Runnable pause) {
        return CrossProduct.of(centred, centred, CommonPictures.inOrder(pictures()), pause);
    }
}
