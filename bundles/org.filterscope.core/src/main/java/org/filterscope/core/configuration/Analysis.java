package org.filterscope.core.configuration;

import java.util.Locale;

/** The analyses that a configuration can ask for. */
public enum Analysis {
    /** Statistics of every filter: how strongly, how often and on what it fires. */
    FILTERS;

    /** As written in the configuration and the report. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
