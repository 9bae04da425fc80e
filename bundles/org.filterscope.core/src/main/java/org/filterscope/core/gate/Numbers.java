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

    /** With four decimals, rounded away from the limit that it fails, so that the two never look alike. */
    static String text(final double value, final double limit) {
        if (!Double.isFinite(value) || Math.abs(value) > LARGEST) {
            return Double.toString(value);
        }
        final BigDecimal exact = BigDecimal.valueOf(value);
        final BigDecimal rounded = exact.setScale(DECIMALS, value > limit ? RoundingMode.CEILING : value < limit ? RoundingMode.FLOOR
                : RoundingMode.HALF_EVEN);
        return text(rounded);
    }

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
