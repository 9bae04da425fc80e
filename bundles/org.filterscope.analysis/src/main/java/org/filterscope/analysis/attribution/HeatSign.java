package org.filterscope.analysis.attribution;

import java.util.Locale;

/** What the numbers of a heat map say. */
public enum HeatSign {
    /** Above zero a pixel speaks for the class, below zero against it. */
    SIGNED,
    /** How much a pixel speaks for the class; what speaks against it is 0. */
    SUPPORT,
    /** How much a pixel matters, whether for or against. Never below zero. */
    MAGNITUDE;

    /** In requests: {@code signed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
