package org.filterscope.core.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

import org.filterscope.core.finding.Measure;

/** Numbers for people. */
final class NumberText {
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final double FROM = 1e-4;
    private static final double TO = 1e9;

    private NumberText() {
    }

    /** Three significant digits; whole numbers as they are. */
    static String of(final double value) {
        if (value == Math.rint(value) && Math.abs(value) < TO) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value) || Math.abs(value) < FROM || Math.abs(value) >= TO) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        final BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
        return rounded.stripTrailingZeros().toPlainString();
    }

    /** {@code 87.5 %}. */
    static String percent(final double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** With its interval: {@code 0.4 (0.3 to 0.5)}. */
    static String of(final Measure measure) {
        return measure.interval().isEmpty() ? of(measure.value())
                : "%s (%s to %s)".formatted(of(measure.value()), of(measure.interval().get(0)), of(measure.interval().get(1)));
    }
}
