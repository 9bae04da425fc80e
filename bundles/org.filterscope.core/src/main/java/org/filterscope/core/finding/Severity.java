package org.filterscope.core.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much harm a finding does, in words. Rising. */
public enum Severity {
    /** Worth knowing. */
    LOW(0),
    /** A tenth of the pictures concerned, or more, go wrong. */
    MEDIUM(0.1),
    /** A quarter of the pictures concerned, or more, go wrong. */
    HIGH(0.25);

    private final double harm;

    Severity(final double harm) {
        this.harm = harm;
    }

    /** @param harm share of the pictures concerned that go wrong, 0 to 1 */
    public static Severity of(final double harm) {
        return harm >= HIGH.harm ? HIGH : harm >= MEDIUM.harm ? MEDIUM : LOW;
    }

    /** As written in files: {@code high}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return empty when no severity is written so */
    public static Optional<Severity> of(final String key) {
        return Arrays.stream(values()).filter(severity -> severity.key().equals(key)).findFirst();
    }
}
