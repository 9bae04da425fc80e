package org.filterscope.analysis.maps;

import java.util.Arrays;

/** One channel's map on one picture: all its values, and where those lie that are not zero. Serves one map after the other. For one thread. */
public final class ChannelMap {
    private final float[] values;
    private final int[] present;
    private int size;

    /** @param positions of a map */
    public ChannelMap(final int positions) {
        values = new float[positions];
        present = new int[positions];
    }

    /** Becomes the map of a channel. */
    public void take(final SparseMaps maps, final int channel) {
        Arrays.fill(values, 0);
        size = 0;
        final int first = channel * values.length;
        for (int number = maps.start(channel); number < maps.start(channel + 1); number++) {
            final int position = maps.index(number) - first;
            values[position] = maps.value(number);
            present[size++] = position;
        }
    }

    /** {@code [row, col]}; used anew for the next map. */
    public float[] values() {
        return values;
    }

    /**
     * Finds the positions with values above a threshold. Zeros are not looked at where they are not.
     *
     * @param to where the positions go, rising; as long as the map
     * @return how many they are
     */
    public int above(final double threshold, final int[] to) {
        int found = 0;
        if (threshold < 0) {
            for (int position = 0; position < values.length; position++) {
                to[found] = position;
                found += values[position] > threshold ? 1 : 0;
            }
            return found;
        }
        for (int i = 0; i < size; i++) {
            to[found] = present[i];
            found += values[present[i]] > threshold ? 1 : 0;
        }
        return found;
    }
}
