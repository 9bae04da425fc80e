package org.filterscope.analysis.instability;

import java.util.Arrays;

import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;

/** What can be said of a filter's peaks without landmarks: how many there are, and how they are spread over the map. */
final class PeakPlaces {
    private final int[] counts;

    PeakPlaces(final int positions) {
        counts = new int[positions];
    }

    /** {@link Score#DEAD_SHARE}, and {@link Score#PEAK_ENTROPY} where two pictures or more have a peak above zero. */
    Scores of(final float[] values, final int[] positions) {
        Arrays.fill(counts, 0);
        int live = 0;
        for (int picture = 0; picture < values.length; picture++) {
            if (values[picture] > 0) {
                counts[positions[picture]]++;
                live++;
            }
        }
        return Scores.NONE.with(Score.DEAD_SHARE, values.length == 0 ? Double.NaN : 1 - (double) live / values.length)
                .with(Score.PEAK_ENTROPY, live < 2 || counts.length < 2 ? Double.NaN : entropy(live) / Math.log(counts.length));
    }

    private double entropy(final int live) {
        double entropy = 0;
        for (final int count : counts) {
            if (count > 0) {
                final double share = (double) count / live;
                entropy -= share * Math.log(share);
            }
        }
        // A single place gives minus zero.
        return Math.max(0, entropy);
    }
}
