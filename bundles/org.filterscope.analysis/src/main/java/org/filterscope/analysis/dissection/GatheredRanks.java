package org.filterscope.analysis.dissection;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.filterscope.analysis.batch.ChannelParts;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.progress.Progress;

/**
 * The rest of the way from intervals of numbers to the numbers at given ranks where few values are left: those in intervals that hold a wanted rank
 * ("open" ones) are gathered in one reading and sorted.
 */
final class GatheredRanks {
    private static final int INTERVALS = 1 << ActivationHistogram.BITS;
    /** The interval of zero. It comes first there. */
    private static final int ZERO = FloatOrder.key(0) >>> ActivationHistogram.SHIFT;

    private final ActivationHistogram histogram;
    private final long[] ranks;
    /** {@code [channel, interval]}: 1 for open ones, else 0. */
    private final byte[] open;
    /** By channel, how many values are to be gathered. */
    private final long[] sizes;

    /** @param ranks rising; 0 is the lowest value */
    GatheredRanks(final ActivationHistogram histogram, final long[] ranks) {
        this.histogram = histogram;
        this.ranks = ranks;
        open = new byte[histogram.counts().length];
        sizes = new long[histogram.values().channels()];
        Arrays.setAll(sizes, this::open);
    }

    /** Opens intervals of a channel; returns how many values these have. */
    private long open(final int channel) {
        long below = 0;
        long sum = 0;
        int rank = 0;
        for (int interval = 0; rank < ranks.length; interval++) {
            final int at = channel * INTERVALS + interval;
            below += Integer.toUnsignedLong(histogram.counts()[at]);
            while (rank < ranks.length && ranks[rank] < below) {
                open[at] = 1;
                rank++;
            }
            sum += open[at] * present(channel, interval);
        }
        return sum;
    }

    /** Values in an interval that are not zero. */
    private long present(final int channel, final int interval) {
        return Integer.toUnsignedLong(histogram.counts()[channel * INTERVALS + interval]) - (interval == ZERO ? histogram.zeros(channel) : 0);
    }

    /** How many values {@link #find} gathers. */
    long values() {
        return LongStream.of(sizes).sum();
    }

    /** @return {@code [channel][rank]} */
    float[][] find(final List<LayerMaps> maps, final Progress progress) throws IOException {
        final CountedValues counted = histogram.values();
        final ChannelParts parts = new ChannelParts(counted.channels());
        final float[][] loaded = new float[parts.count()][counted.size()];
        final int[][] keys = new int[counted.channels()][];
        final int[] gathered = new int[keys.length];
        Arrays.setAll(keys, channel -> new int[Math.toIntExact(sizes[channel] + 1)]);
        for (final LayerMaps some : maps) {
            some.forEachSparse((picture, map) -> {
                progress.checkCancelled();
                parts.forEach((part, from, to) -> {
                    for (int channel = from; channel < to; channel++) {
                        final int present = counted.load(map, channel, loaded[part], 0);
                        gathered[channel] = gather(channel, loaded[part], present, keys[channel], gathered[channel]);
                    }
                });
                progress.advance(1);
            });
        }
        final float[][] found = new float[keys.length][];
        parts.forEach((part, from, to) -> {
            for (int channel = from; channel < to; channel++) {
                Arrays.sort(keys[channel], 0, gathered[channel]);
                found[channel] = numbers(channel, keys[channel]);
            }
        });
        return found;
    }

    /** Without a branch, which a processor would often guess wrong; so there is room for one key more. */
    private int gather(final int channel, final float[] numbers, final int present, final int[] keys, final int size) {
        int next = size;
        for (int i = 0; i < present; i++) {
            final int key = FloatOrder.key(numbers[i]);
            keys[next] = key ^ Integer.MIN_VALUE;
            next += open[channel * INTERVALS + (key >>> ActivationHistogram.SHIFT)];
        }
        return next;
    }

    /** @param keys of the gathered values, rising when taken as signed */
    private float[] numbers(final int channel, final int[] keys) {
        final float[] numbers = new float[ranks.length];
        long below = 0;
        int gatheredBelow = 0;
        int rank = 0;
        for (int interval = 0; rank < ranks.length; interval++) {
            final int at = channel * INTERVALS + interval;
            final long zeros = interval == ZERO ? histogram.zeros(channel) : 0;
            final long end = below + Integer.toUnsignedLong(histogram.counts()[at]);
            for (; rank < ranks.length && ranks[rank] < end; rank++) {
                final long within = ranks[rank] - below - zeros;
                numbers[rank] = within < 0 ? 0 : FloatOrder.value(keys[gatheredBelow + (int) within] ^ Integer.MIN_VALUE);
            }
            gatheredBelow += open[at] * (int) present(channel, interval);
            below = end;
        }
        return numbers;
    }
}
