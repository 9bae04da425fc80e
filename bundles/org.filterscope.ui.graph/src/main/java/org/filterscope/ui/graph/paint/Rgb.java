package org.filterscope.ui.graph.paint;

import org.eclipse.swt.graphics.Color;

/** Colors as numbers, {@code 0xrrggbb}. */
public final class Rgb {

    private Rgb() {
    }

    public static int of(final Color color) {
        return color.getRed() << 16 | color.getGreen() << 8 | color.getBlue();
    }

    public static Color color(final int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** @param share of the second, 0 to 1 */
    public static int mix(final int first, final int second, final double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final int from = first >> shift & 0xff;
            final int to = second >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }

    public static String text(final int rgb) {
        return "#%06x".formatted(rgb);
    }
}
