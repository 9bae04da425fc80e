package org.filterscope.analysis.similarity;

import java.util.Arrays;

/**
 * On how many pictures a channel does anything: has different values on one picture, or another value than the lowest it rests at. Correlations of a
 * filter that only moves on a few pictures are chance, however many samples there are.
 */
final class Movement {
    private final double[] firsts;
    private final boolean[] differs;
    private final double[] lowest;
    private final int[] moving;
    private final int[] resting;
    private final int[] above;

    Movement(final int channels) {
        firsts = new double[channels];
        differs = new boolean[channels];
        lowest = new double[channels];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        moving = new int[channels];
        resting = new int[channels];
        above = new int[channels];
    }

    /** @param first whether it is the picture's first sample */
    void add(final boolean first, final double[] values) {
        if (first) {
            System.arraycopy(values, 0, firsts, 0, firsts.length);
            Arrays.fill(differs, false);
            return;
        }
        for (int channel = 0; channel < firsts.length; channel++) {
            differs[channel] |= values[channel] != firsts[channel];
        }
    }

    /** The picture's samples are all there. */
    void endPicture() {
        for (int channel = 0; channel < firsts.length; channel++) {
            if (differs[channel]) {
                moving[channel]++;
            } else {
                rest(channel, firsts[channel]);
            }
        }
    }

    private void rest(final int channel, final double value) {
        if (value < lowest[channel]) {
            lowest[channel] = value;
            above[channel] = resting[channel];
        } else if (value > lowest[channel]) {
            above[channel]++;
        }
        resting[channel]++;
    }

    int pictures(final int channel) {
        return moving[channel] + above[channel];
    }
}
