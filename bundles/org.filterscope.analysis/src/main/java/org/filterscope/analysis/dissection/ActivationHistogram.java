package org.filterscope.analysis.dissection;

import org.filterscope.analysis.batch.ChannelParts;
import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.configuration.DissectionSettings;

/**
 * How often a layer's values fall into each of 4096 intervals, by filter: the first step towards exact quantiles, which can be taken while the
 * network runs. An interval is all numbers with the same sign, exponent and first three binary digits. Its size does not depend on the number of
 * pictures: 16 KB a filter. For one thread; counts over other pictures can be added.
 */
public final class ActivationHistogram {
    /** Intervals are told apart by so many leading bits. */
    static final int BITS = 12;
    static final int SHIFT = Integer.SIZE - BITS;

    private final CountedValues values;
    private final ChannelParts parts;
    private final float[][] loaded;
    private final int[] counts;
    private final long[] zeros;
    private long pictures;

    public ActivationHistogram(final DissectedLayer layer, final DissectionSettings settings) {
        values = new CountedValues(layer, settings);
        parts = new ChannelParts(values.channels());
        loaded = new float[parts.count()][values.size()];
        counts = new int[values.channels() << BITS];
        zeros = new long[values.channels()];
    }

    /** Counts one picture. */
    public void add(final SparseMaps maps) {
        parts.forEach((part, from, to) -> {
            for (int channel = from; channel < to; channel++) {
                final int present = values.load(maps, channel, loaded[part], 0);
                final int first = channel << BITS;
                for (int i = 0; i < present; i++) {
                    counts[first + (FloatOrder.key(loaded[part][i]) >>> SHIFT)]++;
                }
                counts[first + (FloatOrder.key(0) >>> SHIFT)] += values.size() - present;
                zeros[channel] += values.size() - present;
            }
        });
        pictures++;
    }

    /** Adds counts of the same layer over other pictures. */
    public void add(final ActivationHistogram others) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += others.counts[i];
        }
        for (int channel = 0; channel < zeros.length; channel++) {
            zeros[channel] += others.zeros[channel];
        }
        pictures += others.pictures;
    }

    CountedValues values() {
        return values;
    }

    /** Values counted for each filter. */
    long size() {
        return pictures * values.size();
    }

    /** How many of a filter's values are zero. */
    long zeros(final int channel) {
        return zeros[channel];
    }

    /** Unsigned. */
    int[] counts() {
        return counts;
    }
}
