package org.filterscope.ui.trace;

import java.text.DecimalFormat;
import java.util.stream.DoubleStream;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.ui.display.NumberColumn;

/** What a heat map shows, in words. */
final class HeatWords {
    private static final double SMALLEST = 0.001;

    private HeatWords() {
    }

    /** The selection, or the method, then what the colors mean, then the price. */
    static String of(final HeatOf wanted, final String category, final HeatResult result, final double full) {
        final String sign = switch (result.sign()) {
            case "signed" -> NLS.bind(Messages.HeatWords_signed, category, number(full));
            case "support" -> NLS.bind(Messages.HeatWords_support, category, number(full));
            case "activation" -> NLS.bind(Messages.HeatWords_activation, number(full));
            default -> NLS.bind(Messages.HeatWords_magnitude, category, number(full));
        };
        return NLS.bind(Messages.HeatWords_all, new Object[] {subject(wanted), sign, result.forward(), result.backward(),
            new DecimalFormat("0.00").format(result.seconds())});
    }

    /** {@code Contribution: concept, filter 39, pattern 2}. */
    static String subject(final HeatOf wanted) {
        if (wanted.layer().isEmpty()) {
            return wanted.method().words();
        }
        if (wanted.filter() < 0) {
            return NLS.bind(Messages.HeatWords_layer, wanted.method().words(), wanted.layer());
        }
        return wanted.pattern() < 0 ? NLS.bind(Messages.HeatWords_filter, new Object[] {wanted.method().words(), wanted.layer(), wanted.filter()})
                : NLS.bind(Messages.HeatWords_pattern, new Object[] {wanted.method().words(), wanted.layer(), wanted.filter(), wanted.pattern()});
    }

    static String number(final double value) {
        return value != 0 && Math.abs(value) < SMALLEST ? new DecimalFormat("0.00E0").format(value)
                : new NumberColumn(DoubleStream.of(value)).text(value);
    }
}
