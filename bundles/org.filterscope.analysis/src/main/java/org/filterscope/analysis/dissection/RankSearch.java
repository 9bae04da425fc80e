package org.filterscope.analysis.dissection;

import java.util.Arrays;

/**
 * One step on the way from intervals of numbers to the numbers at given ranks: intervals that hold a wanted rank ("open" ones) are split by the
 * next bits, and the values in each part are counted. Memory depends on the number of filters and ranks, not of values.
 */
final class RankSearch {
    /** The first open interval of every channel stands for all closed ones: what falls there is counted and never looked at. */
    private static final byte CLOSED = 0;

    private final int bits;
    private final int channels;
    private final int ranks;
    /** By channel, rank: the leading bits of the number at the rank, as far as known. */
    private final int[] prefixes;
    /** By channel, rank: how many of the numbers with that prefix come before it. */
    private final long[] before;
    /** By interval of the step before: which open interval of its channel it is. */
    private final byte[] open;
    private final int[] firstOpen;
    private final int[] counts;

    /**
     * @param bits     by which intervals are split
     * @param prefixes {@code [channel, rank]}: leading bits so far
     * @param before   {@code [channel, rank]}: rank within the interval of that prefix
     * @param opened   how many intervals the step before told apart
     * @param interval {@code [channel, rank]}: the interval among them
     */
    private RankSearch(final int bits, final int channels, final int[] prefixes, final long[] before, final int opened, final int[] interval) {
        this.bits = bits;
        this.channels = channels;
        this.ranks = prefixes.length / channels;
        this.prefixes = prefixes;
        this.before = before;
        open = new byte[opened];
        firstOpen = new int[channels + 1];
        for (int channel = 0; channel < channels; channel++) {
            byte number = CLOSED;
            for (int rank = channel * ranks; rank < (channel + 1) * ranks; rank++) {
                if (open[interval[rank]] == CLOSED) {
                    open[interval[rank]] = ++number;
                }
            }
            firstOpen[channel + 1] = firstOpen[channel] + number + 1;
        }
        counts = new int[firstOpen[channels] << bits];
    }

    /**
     * After the first step.
     *
     * @param ranks rising; 0 is the lowest value
     * @param bits  by which intervals are split next
     */
    static RankSearch of(final ActivationHistogram first, final long[] ranks, final int bits) {
        final int channels = first.values().channels();
        final int[] interval = new int[channels * ranks.length];
        final long[] before = new long[interval.length];
        for (int channel = 0; channel < channels; channel++) {
            for (int rank = 0; rank < ranks.length; rank++) {
                final int at = channel * ranks.length + rank;
                before[at] = ranks[rank];
                interval[at] = locate(first.counts(), channel << ActivationHistogram.BITS, before, at);
            }
        }
        final int[] prefixes = Arrays.stream(interval).map(number -> number & (1 << ActivationHistogram.BITS) - 1).toArray();
        return new RankSearch(bits, channels, prefixes, before, first.counts().length, interval);
    }

    /** The interval that holds a rank; the rank becomes the one within it. */
    private static int locate(final int[] counts, final int first, final long[] before, final int at) {
        int interval = first;
        while (before[at] >= Integer.toUnsignedLong(counts[interval])) {
            before[at] -= Integer.toUnsignedLong(counts[interval]);
            interval++;
        }
        return interval;
    }

    /**
     * Counts values of a channel. Those below all open intervals are sorted out without a branch, which a processor would often guess wrong.
     *
     * @param values  those that are not zero, in any order; changed
     * @param present how many
     * @param zeros   how many more there are, all zero
     * @param outer  of the step before this one; null when that was the histogram
     * @param shift  of a key, so that the bits that tell the parts are the last ones
     */
    void count(final int channel, final float[] values, final int present, final int zeros, final RankSearch outer, final int shift) {
        final float lowest = lowest(channel, shift + bits);
        int left = 0;
        for (int i = 0; i < present; i++) {
            final float value = values[i];
            values[left] = value;
            left += value >= lowest ? 1 : 0;
        }
        for (int i = 0; i < left; i++) {
            counts[part(channel, FloatOrder.key(values[i]), outer, shift)]++;
        }
        counts[part(channel, FloatOrder.key(0), outer, shift)] += zeros;
    }

    /** The lowest number of the lowest open interval. */
    private float lowest(final int channel, final int unknown) {
        final float number = FloatOrder.value(prefixes[channel * ranks] << unknown);
        return Float.isNaN(number) ? Float.NEGATIVE_INFINITY : number;
    }

    private int part(final int channel, final int key, final RankSearch outer, final int shift) {
        final int interval = (channel << ActivationHistogram.BITS) + (key >>> ActivationHistogram.SHIFT);
        return part(channel, outer == null ? interval : outer.part(channel, interval, key, shift + bits), key, shift);
    }

    /** In which part of which open interval a number lies. */
    private int part(final int channel, final int interval, final int key, final int shift) {
        return (firstOpen[channel] + open[interval] << bits) + (key >>> shift & (1 << bits) - 1);
    }

    /** The next step, after all values were counted. */
    RankSearch next(final int nextBits) {
        final int[] interval = new int[prefixes.length];
        final long[] rest = before.clone();
        final int[] longer = new int[prefixes.length];
        // Every rank is asked for again: the interval that is open for it is the one whose prefix it has.
        for (int channel = 0; channel < channels; channel++) {
            int number = CLOSED;
            for (int rank = 0; rank < ranks; rank++) {
                final int at = channel * ranks + rank;
                number += rank == 0 || prefixes[at] != prefixes[at - 1] ? 1 : 0;
                final int first = firstOpen[channel] + number << bits;
                interval[at] = locate(counts, first, rest, at);
                longer[at] = prefixes[at] << bits | interval[at] - first;
            }
        }
        return new RankSearch(nextBits, channels, longer, rest, counts.length, interval);
    }

    /** All known bits of the number at a rank. */
    int prefix(final int channel, final int rank) {
        return prefixes[channel * ranks + rank];
    }
}
