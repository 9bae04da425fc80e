package org.filterscope.core.comparison;

import java.util.Locale;

/** Why two filters are put side by side. */
public enum Pairing {
    /** They have the same number in the same layer: training keeps a filter's number. */
    NUMBER,
    /** The assignment of filters to filters with the highest sum of correlations has put them together. */
    MATCH;

    /** As in the table. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such pairing */
    static Pairing of(final String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
