package org.filterscope.examples.paint;

import org.filterscope.examples.random.RandomStream;

/** Red, green and blue, each 0 to 1. */
public record Colour(double red, double green, double blue) {
    public static final Colour BLACK = new Colour(0, 0, 0);
    public static final Colour WHITE = new Colour(1, 1, 1);

    public Colour {
        red = Math.max(0, Math.min(1, red));
        green = Math.max(0, Math.min(1, green));
        blue = Math.max(0, Math.min(1, blue));
    }

    public Colour towards(final Colour other, final double share) {
        return new Colour(red + (other.red - red) * share, green + (other.green - green) * share, blue + (other.blue - blue) * share);
    }

    public Colour darker(final double factor) {
        return new Colour(red * factor, green * factor, blue * factor);
    }

    /** A little lighter or darker, and each primary a little off. */
    public Colour jittered(final RandomStream random, final double amount) {
        final double light = random.uniform(-amount, amount);
        return new Colour(red + light + random.uniform(-amount, amount) / 2, green + light + random.uniform(-amount, amount) / 2,
                blue + light + random.uniform(-amount, amount) / 2);
    }

    /** As 0xRRGGBB. */
    public int packed() {
        return (int) (red * 255 + 0.5) << 16 | (int) (green * 255 + 0.5) << 8 | (int) (blue * 255 + 0.5);
    }
}
