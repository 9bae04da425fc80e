package org.filterscope.ui.display;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.stream.DoubleStream;

/**
 * Writes the numbers of one column with as many decimals for all as give the largest four digits, so that they line up at the point and can
 * be compared at a glance. Columns of very small or very large numbers are written with powers of ten.
 */
public final class NumberColumn {
    private static final int DIGITS = 4;
    private static final int MOST_DECIMALS = 6;
    private static final int MOST_WHOLE_DIGITS = 7;

    private final NumberFormat format;

    public NumberColumn(final DoubleStream numbers) {
        final double largest = numbers.map(Math::abs).filter(Double::isFinite).max().orElse(0);
        final int wholeDigits = largest == 0 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
        if (DIGITS - wholeDigits > MOST_DECIMALS || wholeDigits > MOST_WHOLE_DIGITS) {
            format = new DecimalFormat("0.000E0");
        } else {
            final int decimals = Math.clamp(DIGITS - Math.max(1, wholeDigits), 0, MOST_DECIMALS);
            final int more = Math.max(0, -wholeDigits);
            format = NumberFormat.getNumberInstance();
            format.setGroupingUsed(false);
            format.setMinimumFractionDigits(Math.min(MOST_DECIMALS, decimals + more));
            format.setMaximumFractionDigits(Math.min(MOST_DECIMALS, decimals + more));
        }
    }

    public String text(final double number) {
        return format.format(number);
    }
}
