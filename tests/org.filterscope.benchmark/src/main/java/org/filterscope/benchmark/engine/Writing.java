package org.filterscope.benchmark.engine;

import java.util.Arrays;

/** What it costs to write numbers into memory that is there and in use, once, and to do nothing else: nobody hands out values for less. */
final class Writing {
    private static final int ROUNDS = 20;

    private Writing() {
    }

    /** @return milliseconds of one thread, the best of some rounds */
    static double of(final long numbers) {
        final float[] values = new float[Math.toIntExact(numbers)];
        double best = Double.MAX_VALUE;
        for (int round = 1; round <= ROUNDS; round++) {
            final long start = System.nanoTime();
            Arrays.fill(values, round);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }
}
