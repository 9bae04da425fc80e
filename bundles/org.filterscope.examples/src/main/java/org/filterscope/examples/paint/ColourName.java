package org.filterscope.examples.paint;

/** The eleven basic colour terms of Berlin and Kay (1969), as Network Dissection uses them. */
public enum ColourName {
    BLACK, BLUE, BROWN, GREY, GREEN, ORANGE, PINK, PURPLE, RED, WHITE, YELLOW;

    /** What a person would call it: by lightness and saturation first, then by hue. Saturation and value are those of HSV, hue in degrees. */
    public static ColourName of(final Colour colour) {
        final double most = Math.max(colour.red(), Math.max(colour.green(), colour.blue()));
        final double least = Math.min(colour.red(), Math.min(colour.green(), colour.blue()));
        final double saturation = most == 0 ? 0 : (most - least) / most;
        if (most < 0.18) {
            return BLACK;
        }
        if (saturation < 0.16) {
            return most > 0.82 ? WHITE : GREY;
        }
        return chromatic(hue(colour, most, most - least), saturation, most);
    }

    private static ColourName chromatic(final double hue, final double saturation, final double value) {
        if (hue < 18 || hue >= 335) {
            return value > 0.75 && saturation < 0.6 ? PINK : hue >= 8 && hue < 18 && value < 0.65 ? BROWN : RED;
        }
        if (hue < 45) {
            return value < 0.72 ? BROWN : saturation < 0.42 ? YELLOW : ORANGE;
        }
        if (hue < 68) {
            return value < 0.5 ? BROWN : YELLOW;
        }
        return hue < 165 ? GREEN : hue < 255 ? BLUE : hue < 300 ? PURPLE : PINK;
    }

    private static double hue(final Colour colour, final double most, final double range) {
        if (most == colour.red()) {
            final double hue = 60 * (colour.green() - colour.blue()) / range;
            return hue < 0 ? hue + 360 : hue;
        }
        return most == colour.green() ? 120 + 60 * (colour.blue() - colour.red()) / range : 240 + 60 * (colour.red() - colour.green()) / range;
    }
}
