package org.filterscope.core.configuration;

import java.util.Arrays;
import java.util.Locale;

/** How the numbers of a layer's filters become one. */
public enum Aggregate {
    /** Sum by count. */
    MEAN,
    /** The one in the middle; of two, their mean. */
    MEDIAN,
    /** The lowest. */
    MIN,
    /** The highest. */
    MAX,
    /** Share of the filters whose number is above a limit, 0 to 1. */
    SHARE;

    /** As written in the configuration. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param values of filters, at least one
     * @param above  the limit of {@link #SHARE}
     */
    public double of(final double[] values, final double above) {
        return switch (this) {
            case MEAN -> Arrays.stream(values).average().orElseThrow();
            case MEDIAN -> median(values);
            case MIN -> Arrays.stream(values).min().orElseThrow();
            case MAX -> Arrays.stream(values).max().orElseThrow();
            case SHARE -> (double) Arrays.stream(values).filter(value -> value > above).count() / values.length;
        };
    }

    private static double median(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
