package org.filterscope.analysis.filters;

import java.util.Arrays;

import org.filterscope.engine.execution.FeatureMaps;

/**
 * Mean, standard deviation, lowest and highest value of every channel. Mergeable: sums of squares are taken around the mean of each map and
 * combined by the formula of Chan, Golub and LeVeque (1979), so that a large mean does not eat a small deviation.
 */
final class ChannelMoments {
    private final double[] mean;
    private final double[] squares;
    private final double[] least;
    private final double[] most;
    private long count;

    ChannelMoments(final int channels) {
        mean = new double[channels];
        squares = new double[channels];
        least = new double[channels];
        most = new double[channels];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    void add(final FeatureMaps maps) {
        final int positions = maps.shape().rows() * maps.shape().cols();
        for (int image = 0; image < maps.images(); image++) {
            for (int channel = 0; channel < mean.length; channel++) {
                addMap(channel, maps.values(), maps.start(image, channel), positions);
            }
            count += positions;
        }
    }

    private void addMap(final int channel, final float[] values, final int start, final int positions) {
        double sum = 0;
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int i = start; i < start + positions; i++) {
            sum += values[i];
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        final double centre = sum / positions;
        double around = 0;
        for (int i = start; i < start + positions; i++) {
            final double difference = values[i] - centre;
            around += difference * difference;
        }
        combine(channel, count, positions, centre, around);
        least[channel] = Math.min(least[channel], low);
        most[channel] = Math.max(most[channel], high);
    }

    void merge(final ChannelMoments other) {
        for (int channel = 0; channel < mean.length; channel++) {
            combine(channel, count, other.count, other.mean[channel], other.squares[channel]);
            least[channel] = Math.min(least[channel], other.least[channel]);
            most[channel] = Math.max(most[channel], other.most[channel]);
        }
        count += other.count;
    }

    private void combine(final int channel, final long before, final long more, final double otherMean, final double otherSquares) {
        if (more == 0) {
            return;
        }
        final double total = (double) before + more;
        final double difference = otherMean - mean[channel];
        mean[channel] += difference * more / total;
        squares[channel] += otherSquares + difference * difference * before * more / total;
    }

    double mean(final int channel) {
        return mean[channel];
    }

    /** Of the population. */
    double deviation(final int channel) {
        return count == 0 ? 0 : Math.sqrt(squares[channel] / count);
    }

    double least(final int channel) {
        return least[channel];
    }

    double most(final int channel) {
        return most[channel];
    }
}
