package org.filterscope.ui.trace;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.trace.TracedClass;

/** Numbers of traces as the user's language writes them. */
final class TraceNumbers {
    private static final int DECIMALS = 2;
    /** Below this share a percentage needs a decimal. */
    private static final double SMALL = 0.0995;
    /** Above this share, too. */
    private static final double LARGE = 0.9895;
    private static final double SMALLEST = 0.0005;
    private static final double LARGEST = 0.9995;

    private TraceNumbers() {
    }

    /** Contributions and logits: always with a sign, a true minus. */
    static String signed(final double number) {
        final String digits = plain(Math.abs(number));
        return number < 0 ? "\u2212" + digits : "+" + digits;
    }

    static String plain(final double number) {
        final NumberFormat format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(DECIMALS);
        format.setMaximumFractionDigits(DECIMALS);
        final String text = format.format(Math.abs(number));
        return number < 0 ? "\u2212" + text : text;
    }

    /** Shares and probabilities, as the trace's sentences write them; never all or nothing of what is not quite. */
    static String percent(final double share) {
        if (share > LARGEST && share < 1) {
            return NLS.bind(Messages.TraceNumbers_more, percent(1, LARGEST));
        }
        if (share > 0 && share < SMALLEST) {
            return NLS.bind(Messages.TraceNumbers_less, percent(1, 2 * SMALLEST));
        }
        return percent(share > 0 && share < SMALL || share > LARGE && share < 1 ? 1 : 0, share);
    }

    private static String percent(final int decimals, final double share) {
        final NumberFormat format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(share == LARGEST ? RoundingMode.DOWN : RoundingMode.HALF_EVEN);
        return NLS.bind(Messages.TraceNumbers_percent, format.format(100 * share));
    }

    /** Change of a probability in points, a hundred for the whole. */
    static String points(final double change) {
        final DecimalFormat format = new DecimalFormat("0.0");
        final String digits = format.format(Math.abs(100 * change));
        if (digits.chars().noneMatch(digit -> Character.isDigit(digit) && Character.digit(digit, 10) > 0)) {
            return digits;
        }
        return change < 0 ? "\u2212" + digits : "+" + digits;
    }

    /** A class with its probability, or its logit where there is none. */
    static String outcome(final TracedClass outcome) {
        return outcome.probability().isPresent()
                ? NLS.bind(Messages.TraceNumbers_probable, outcome.name(), percent(outcome.probability().getAsDouble()))
                : NLS.bind(Messages.TraceNumbers_logit, outcome.name(), signed(outcome.logit()));
    }
}
