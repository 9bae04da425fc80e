package org.filterscope.core.comparison;

import java.util.Locale;

/** What can happen to a filter from one report to the next. */
public enum EventKind {
    /** It stands for another concept. */
    CHANGED,
    /** It has come to stand for a concept. */
    GAINED,
    /** It no longer stands for a concept. */
    LOST,
    /** It is dead now. */
    DIED,
    /** It was dead. */
    REVIVED;

    /** As in the table. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such kind */
    static EventKind of(final String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
