package org.filterscope.analysis.similarity;

import java.util.SplittableRandom;

/**
 * Which positions of a layer's maps are looked at on each picture. Where all are too many, each picture gets the next ones of a shuffled list, so
 * that all positions are taken equally often, and neighbours seldom together.
 */
final class PositionSample {
    /** Products of two filters' values that one picture may cost: about 3 ms. */
    private static final long PRODUCTS = 4_000_000;

    private final int[] order;
    private final int taken;

    /** @param positions of a map */
    PositionSample(final int channels, final int positions, final long seed) {
        final long pairs = (channels + 1L) * channels / 2;
        taken = Math.clamp(PRODUCTS / pairs, 1, positions);
        order = new int[positions];
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < positions; i++) {
            final int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    /** On each picture. */
    int size() {
        return taken;
    }

    /** @param index from 0 below {@link #size()} */
    int position(final int picture, final int index) {
        return order[(int) (((long) picture * taken + index) % order.length)];
    }
}
