package org.filterscope.examples.paint;

/** Colours as 0xRRGGBB, for the inner loops of paints, where an object for each sample would cost more than the paint. */
public final class Packed {

    private Packed() {
    }

    /** @param share of b, 0 to 1 */
    public static int mix(final int a, final int b, final double share) {
        final int weight = (int) (Math.max(0, Math.min(1, share)) * 256);
        final int redBlue = (a & 0xFF00FF) * (256 - weight) + (b & 0xFF00FF) * weight >>> 8 & 0xFF00FF;
        final int green = (a & 0xFF00) * (256 - weight) + (b & 0xFF00) * weight >>> 8 & 0xFF00;
        return redBlue | green;
    }

    /** @param factor 0 to 2; a primary that gets too bright stays at full */
    public static int times(final int colour, final double factor) {
        final int weight = (int) (factor * 256);
        final int red = Math.min(255, (colour >>> 16) * weight >>> 8);
        final int green = Math.min(255, (colour >>> 8 & 255) * weight >>> 8);
        final int blue = Math.min(255, (colour & 255) * weight >>> 8);
        return red << 16 | green << 8 | blue;
    }
}
