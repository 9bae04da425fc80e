package org.filterscope.worker;

import java.util.Locale;

/** What completes commands. */
enum Shell {
    /** GNU Bash. */
    BASH,
    /** Z shell; it reads what is written for Bash, by its module {@code bashcompinit}. */
    ZSH;

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
