package org.filterscope.core.trace;

import java.util.Locale;

/**
 * Numbers that are compared with each other, for people: with as many decimals as give the largest three digits, and always with a sign.
 *
 * @param decimals of all
 */
record SignedNumbers(int decimals) {
    private static final String MINUS = "−";
    private static final int DIGITS = 3;
    private static final int MOST_DECIMALS = 6;

    /** @param largest magnitude among them */
    static SignedNumbers upTo(final double largest) {
        return new SignedNumbers(largest > 0 && Double.isFinite(largest)
                ? Math.clamp(DIGITS - 1 - (long) Math.floor(Math.log10(largest)), 0, MOST_DECIMALS) : 0);
    }

    /** With a true minus; what rounds to nothing is no less than nothing. */
    String of(final double value) {
        final String plain = plain(value);
        return plain.startsWith(MINUS) ? plain : "+" + plain;
    }

    /** With a sign only below zero. */
    String plain(final double value) {
        final String digits = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        return value < 0 && digits.chars().anyMatch(c -> c >= '1' && c <= '9') ? MINUS + digits : digits;
    }

    /** A share for people: {@code 91 %}; near the ends with a decimal, and never 100 % or 0 % of what is not quite. */
    static String percent(final double share) {
        final double percent = 100 * share;
        if (percent > 99.95 && percent < 100) {
            return "> 99.9 %";
        }
        if (percent > 0 && percent < 0.05) {
            return "< 0.1 %";
        }
        final boolean fine = percent > 0 && percent < 9.95 || percent > 98.95 && percent < 100;
        return String.format(Locale.ROOT, fine ? "%.1f %%" : "%.0f %%", percent);
    }
}
