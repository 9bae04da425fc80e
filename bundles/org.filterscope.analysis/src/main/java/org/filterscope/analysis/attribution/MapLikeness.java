package org.filterscope.analysis.attribution;

import org.filterscope.analysis.comparison.Correlation;
import org.filterscope.analysis.comparison.Ranks;

/** How alike heat maps are to one of them: rank correlation of the values, without their sign. */
public final class MapLikeness {
    private final double[] ranks;

    public MapLikeness(final HeatMap heat) {
        ranks = ranks(heat);
    }

    /** @return -1 to 1; not a number when one of the maps is the same everywhere */
    public double to(final HeatMap other) {
        return Correlation.of(ranks, ranks(other));
    }

    private static double[] ranks(final HeatMap heat) {
        final double[] values = Doubles.of(heat.values());
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.abs(values[i]);
        }
        return Ranks.of(values);
    }
}
