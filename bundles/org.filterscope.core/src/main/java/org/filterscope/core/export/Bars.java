package org.filterscope.core.export;

import java.util.List;
import java.util.Locale;

import org.filterscope.core.finding.Measure;

/** Shares as bars, drawn so that they are also on paper. */
final class Bars {
    private static final int WIDTH = 100;

    private Bars() {
    }

    /** Whether a number reads as a share: between 0 and 1 with all of its interval, and no count. */
    static boolean isShare(final Measure measure) {
        return isShare(measure.value()) && measure.interval().stream().allMatch(Bars::isShare)
                && (!measure.interval().isEmpty() || measure.value() != Math.rint(measure.value()));
    }

    private static boolean isShare(final double value) {
        return value >= 0 && value <= 1;
    }

    /**
     * @param share    0 to 1
     * @param interval two shares, or none
     */
    static void draw(final Markup html, final double share, final List<Double> interval) {
        html.open("svg", "class", "bar", "viewBox", "0 0 %d 10".formatted(WIDTH), "preserveAspectRatio", "none", "aria-hidden", "true");
        rectangle(html, "track", 0, 1, 0, 10);
        rectangle(html, "value", 0, share, 0, 10);
        if (!interval.isEmpty()) {
            rectangle(html, "interval", interval.get(0), interval.get(1), 4, 2);
        }
        html.close("svg");
    }

    private static void rectangle(final Markup html, final String name, final double from, final double to, final int top, final int height) {
        html.open("rect", "class", name, "x", number(from), "y", Integer.toString(top), "width", number(to - from), "height",
                Integer.toString(height))
                .close("rect");
    }

    private static String number(final double share) {
        return String.format(Locale.ROOT, "%.2f", WIDTH * share);
    }
}
