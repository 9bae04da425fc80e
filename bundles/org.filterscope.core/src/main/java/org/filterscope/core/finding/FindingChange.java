package org.filterscope.core.finding;

import java.util.Locale;
import java.util.Optional;

/**
 * What became of a finding.
 *
 * @param fate   of the finding
 * @param before empty when it was not there
 * @param after  empty when it is not there any more; one of both is there
 * @param note   for {@link Fate#UNKNOWN}, why nobody can say: a sentence of the search that could not look; else empty
 */
public record FindingChange(Fate fate, Optional<Finding> before, Optional<Finding> after, String note) {

    /** Harms are told in hundredths and compared as they are told. */
    public enum Fate {
        /** It was found, was looked for again, and was not found again. */
        GONE,
        /** It does less harm. */
        WEAKER,
        /** It does as much harm as before. */
        UNCHANGED,
        /** It does more harm. */
        STRONGER,
        /** It was looked for and not found, and now it was. */
        NEW,
        /** It was found the one time, and could not be looked for the other time. */
        UNKNOWN;

        /** As written in files: {@code gone}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public FindingChange {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("neither before nor after");
        }
    }

    /** The finding as it is now; as it was where it is not there any more. */
    public Finding finding() {
        return after.or(() -> before).orElseThrow();
    }

    /** The higher of both harms. */
    public double harm() {
        return Math.max(before.map(Finding::harm).orElse(0.0), after.map(Finding::harm).orElse(0.0));
    }
}
