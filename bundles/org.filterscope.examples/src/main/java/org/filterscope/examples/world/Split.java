package org.filterscope.examples.world;

import java.util.Locale;

/** What a picture is for. Flaws are planted into training; the test shows them. */
public enum Split {
    TRAIN, TEST;

    /** As in names of folders. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
