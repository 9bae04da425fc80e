package org.filterscope.analysis.graph;

import java.util.Arrays;

/** Where a pattern's score lies among its scores on the pictures it was mined from, and whether it counts as there. */
public final class ScorePercentiles {
    /** Below this percentile of the pictures it was mined from a pattern is not there. */
    private static final double LEAST = 5;

    private final int pictures;
    /** By pattern, ascending. */
    private final float[] sorted;

    /** @param mined on the pictures of the mining; copied: 4 bytes a pattern and picture */
    public ScorePercentiles(final Inferences mined) {
        pictures = mined.pictures();
        sorted = mined.scores().clone();
        for (int from = 0; from < sorted.length; from += pictures) {
            Arrays.sort(sorted, from, from + pictures);
        }
    }

    /** Share of the pictures with a lower score plus half of those with the same, 0 to 100. */
    public double of(final int pattern, final float score) {
        final int from = pattern * pictures;
        final int lower = lowest(from, score, false);
        final int upper = lowest(from, score, true);
        return 100.0 * ((lower - from) + (upper - lower) / 2.0) / pictures;
    }

    /** First of the pattern's scores that is not below the score, or above it. */
    private int lowest(final int from, final float score, final boolean above) {
        int low = from;
        int high = from + pictures;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (sorted[middle] < score || above && sorted[middle] == score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The lowest score that is not among a pattern's weakest twentieth. */
    public float least(final int pattern) {
        final int from = pattern * pictures;
        int low = from;
        while (of(pattern, sorted[low]) < LEAST) {
            low++;
        }
        // From just above the score before, where that one was too weak only for lying among its equals.
        final float between = low == from ? sorted[low] : Math.nextUp(sorted[low - 1]);
        return of(pattern, between) >= LEAST ? between : sorted[low];
    }

    /** Whether a pattern is on the picture: it fires, explains the place better than noise, and is not among its weakest twentieth. */
    public boolean isThere(final Inferences found, final int pattern, final int picture) {
        final int at = found.at(pattern, picture);
        final float score = found.scores()[at];
        return found.activations()[at] > 0 && score > found.activations()[at] && of(pattern, score) >= LEAST;
    }
}
