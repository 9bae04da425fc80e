package org.filterscope.ui.display;

import java.text.DecimalFormat;
import java.text.NumberFormat;

/** Numbers that the field writes with three decimals, as the user's language writes them; nothing for what is not a number. */
public final class Decimals {
    private static final int DECIMALS = 3;
    /** Below this, three decimals say nothing. */
    private static final double SMALL = 0.0005;
    /** Below this, four say nothing. */
    private static final double SMALLEST = 0.00005;

    private Decimals() {
    }

    public static String text(final double number) {
        return Double.isNaN(number) ? "" : fixed(DECIMALS).format(number);
    }

    /** Probabilities, of which the small ones matter. */
    public static String probability(final double number) {
        if (number == 0 || !(number < SMALL)) {
            return text(number);
        }
        return number < SMALLEST ? new DecimalFormat("0.0E0").format(number) : fixed(DECIMALS + 1).format(number);
    }

    private static NumberFormat fixed(final int decimals) {
        final NumberFormat format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }
}
