package org.filterscope.core.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Numbers of gates for people. */
final class Numbers {
    private static final int DECIMALS = 4;
    private static final double LARGEST = 1e12;

    private Numbers() {
    }

    /** With four decimals, rounded so that it lies on the same side of the limit as the number itself: what fails must not look as if it did not. */
    static String text(final double value, final double limit) {
        if (!Double.isFinite(value) || Math.abs(value) > LARGEST) {
            return Double.toString(value);
        }
        final BigDecimal exact = BigDecimal.valueOf(value);
        final BigDecimal rounded = exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        final int side = Double.compare(value, limit);
        return text(Integer.signum(rounded.compareTo(BigDecimal.valueOf(limit))) == side ? rounded
                : exact.setScale(DECIMALS, side > 0 ? RoundingMode.CEILING : side < 0 ? RoundingMode.FLOOR : RoundingMode.HALF_EVEN));
    }

    /** With four decimals. */
    static String rounded(final double value) {
        return text(value, value);
    }

    /** As it is. */
    static String text(final double value) {
        return text(BigDecimal.valueOf(value));
    }

    private static String text(final BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** {@code at least 0.3 and at most 0.5}. */
    static String range(final OptionalDouble min, final OptionalDouble max) {
        final String least = min.isPresent() ? "at least " + text(min.getAsDouble()) : "";
        final String most = max.isPresent() ? "at most " + text(max.getAsDouble()) : "";
        return least.isEmpty() ? most : most.isEmpty() ? least : least + " and " + most;
    }
}
