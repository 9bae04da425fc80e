package org.filterscope.ui.graph.paint;

/**
 * Colors for numbers, in steps that are even to the eye: they are mixed in the color space Oklab (B. Ottosson, A perceptual color space for image
 * processing, 2020).
 */
final class Ramp {
    private static final int STEPS = 256;

    private final int[] colors = new int[STEPS];

    /** @param stops at equal distances, lowest first; {@code 0xrrggbb} */
    Ramp(final int... stops) {
        for (int step = 0; step < STEPS; step++) {
            final double place = step / (STEPS - 1.0) * (stops.length - 1);
            final int low = Math.min((int) place, stops.length - 2);
            colors[step] = mixed(lab(stops[low]), lab(stops[low + 1]), place - low);
        }
    }

    /** @param share 0 to 1 */
    int color(final double share) {
        return colors[(int) Math.round(Math.clamp(share, 0, 1) * (STEPS - 1))];
    }

    private static int mixed(final double[] from, final double[] to, final double share) {
        final double lightness = from[0] + (to[0] - from[0]) * share;
        final double a = from[1] + (to[1] - from[1]) * share;
        final double b = from[2] + (to[2] - from[2]) * share;
        final double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        final double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        final double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return component(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
                | component(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
                | component(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double[] lab(final int rgb) {
        final double red = linear(rgb >> 16 & 0xff);
        final double green = linear(rgb >> 8 & 0xff);
        final double blue = linear(rgb & 0xff);
        final double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        final double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        final double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new double[] {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s, 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    }

    private static double cube(final double number) {
        return number * number * number;
    }

    private static double linear(final int component) {
        final double share = component / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int component(final double linear) {
        final double share = Math.clamp(linear, 0, 1);
        return (int) Math.round(255 * (share <= 0.0031308 ? share * 12.92 : 1.055 * Math.pow(share, 1 / 2.4) - 0.055));
    }
}
