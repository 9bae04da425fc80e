package org.filterscope.analysis.filters;

import java.util.Arrays;

/**
 * Mean, standard deviation, lowest and highest value of every channel. Mergeable: sums of squares are taken around the mean of each map and
 * combined by the formula of Chan, Golub and LeVeque (1979), so that a large mean does not eat a small deviation.
 */
final class ChannelMoments {
    private final double[] mean;
    private final double[] squares;
    private final double[] least;
    private final double[] most;
    private final long[] counts;

    ChannelMoments(final int channels) {
        mean = new double[channels];
        squares = new double[channels];
        least = new double[channels];
        most = new double[channels];
        counts = new long[channels];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    /** @param positions of the map */
    void add(final int channel, final MapSummary map, final int positions) {
        combine(channel, counts[channel], positions, map.sum() / positions, map.squares());
        least[channel] = Math.min(least[channel], map.least());
        most[channel] = Math.max(most[channel], map.most());
        counts[channel] += positions;
    }

    void merge(final ChannelMoments other) {
        for (int channel = 0; channel < mean.length; channel++) {
            combine(channel, counts[channel], other.counts[channel], other.mean[channel], other.squares[channel]);
            least[channel] = Math.min(least[channel], other.least[channel]);
            most[channel] = Math.max(most[channel], other.most[channel]);
            counts[channel] += other.counts[channel];
        }
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
        return counts[channel] == 0 ? 0 : Math.sqrt(squares[channel] / counts[channel]);
    }

    double least(final int channel) {
        return least[channel];
    }

    double most(final int channel) {
        return most[channel];
    }
}
