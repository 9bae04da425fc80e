package org.filterscope.analysis.dissection;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

import org.filterscope.analysis.batch.ChannelParts;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.progress.Progress;

/**
 * Exact quantiles of every filter's values over any number of pictures, in memory that does not depend on it. The {@link ActivationHistogram} says
 * in which intervals they lie. The values in these are gathered where they are few; else a number's other bits are found in two steps, each a count
 * over all values. The quantile between two numbers is interpolated linearly, as NumPy does by default.
 *
 * @param shares of active values, as asked for
 * @param values {@code [channel][share]}
 */
public record Thresholds(double[] shares, double[][] values) {
    /** How often the maps are gone through after the first step, at most. */
    public static final int VISITS = 2;
    /** Values that wait to be counted, about. */
    private static final int BUFFER = 1 << 22;
    private static final int SECOND = 10;
    private static final int THIRD = 10;
    /** What the two steps would need for a channel and rank: so many values may be gathered instead. */
    private static final int COUNTERS = (1 << SECOND) + (1 << THIRD);

    /**
     * @param first  of all the maps
     * @param shares above the threshold lies about that share of the values
     */
    public static Thresholds find(final ActivationHistogram first, final List<LayerMaps> maps, final double[] shares, final Progress progress)
            throws IOException {
        return find(first, maps, shares, COUNTERS, progress);
    }

    /** @param most values that are gathered, by channel and rank */
    static Thresholds find(final ActivationHistogram first, final List<LayerMaps> maps, final double[] shares, final int most,
            final Progress progress) throws IOException {
        final long last = first.size() - 1;
        final long[] ranks = DoubleStream.of(shares).mapToLong(share -> (long) rank(share, last))
                .flatMap(rank -> LongStream.of(rank, Math.min(rank + 1, last))).distinct().sorted().toArray();
        final CountedValues values = first.values();
        final GatheredRanks few = new GatheredRanks(first, ranks);
        if (few.values() <= (long) most * values.channels() * ranks.length) {
            final float[][] found = few.find(maps, progress);
            progress.advance(maps.stream().mapToLong(LayerMaps::pictures).sum() * (VISITS - 1));
            return interpolated((channel, rank) -> found[channel][rank], values.channels(), shares, ranks, last);
        }
        final RankSearch second = RankSearch.of(first, ranks, SECOND);
        visit(maps, values, progress, (channel, loaded, present, zeros) -> second.count(channel, loaded, present, zeros, null, THIRD));
        final RankSearch third = second.next(THIRD);
        visit(maps, values, progress, (channel, loaded, present, zeros) -> third.count(channel, loaded, present, zeros, second, 0));
        final RankSearch found = third.next(0);
        return interpolated((channel, rank) -> FloatOrder.value(found.prefix(channel, rank)), values.channels(), shares, ranks, last);
    }

    private interface Numbers {
        float at(int channel, int rank);
    }

    private static double rank(final double share, final long last) {
        return (1 - share) * last;
    }

    private static Thresholds interpolated(final Numbers found, final int channels, final double[] shares, final long[] ranks,
            final long last) {
        final double[][] values = new double[channels][shares.length];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < shares.length; i++) {
                final double rank = rank(shares[i], last);
                final double low = value(found, channel, ranks, (long) rank);
                final double high = value(found, channel, ranks, Math.min((long) rank + 1, last));
                values[channel][i] = low + (rank - (long) rank) * (high - low);
            }
        }
        return new Thresholds(shares, values);
    }

    private static double value(final Numbers found, final int channel, final long[] ranks, final long rank) {
        return found.at(channel, Arrays.binarySearch(ranks, rank));
    }

    private interface Counter {
        void count(int channel, float[] values, int present, int zeros);
    }

    /** Shows some pictures at a time to the counter: a channel's counters then stay near the processor for many values. */
    private static void visit(final List<LayerMaps> maps, final CountedValues values, final Progress progress, final Counter counter)
            throws IOException {
        final int together = Math.max(1, BUFFER / (values.size() * values.channels()));
        final float[][] loaded = new float[values.channels()][values.size() * together];
        final ChannelParts parts = new ChannelParts(values.channels());
        final int[] present = new int[values.channels()];
        final int[] waiting = new int[1];
        final Runnable count = () -> {
            parts.forEach((part, from, to) -> {
                for (int channel = from; channel < to; channel++) {
                    counter.count(channel, loaded[channel], present[channel], waiting[0] * values.size() - present[channel]);
                    present[channel] = 0;
                }
            });
            waiting[0] = 0;
        };
        for (final LayerMaps some : maps) {
            some.forEachSparse((picture, map) -> {
                progress.checkCancelled();
                parts.forEach((part, from, to) -> {
                    for (int channel = from; channel < to; channel++) {
                        present[channel] += values.load(map, channel, loaded[channel], present[channel]);
                    }
                });
                if (++waiting[0] == together) {
                    count.run();
                }
                progress.advance(1);
            });
        }
        count.run();
    }
}
