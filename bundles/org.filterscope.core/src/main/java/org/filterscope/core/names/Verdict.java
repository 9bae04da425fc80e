package org.filterscope.core.names;

import java.util.Locale;

/** What a person thinks of a filter's automatic label. */
public enum Verdict {
    /** The label says what the filter responds to. */
    RIGHT,
    /** It does not. */
    WRONG,
    /** Looking at the filter does not tell. */
    UNCLEAR;

    /** As in the file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
