package org.filterscope.examples.training;

import org.filterscope.examples.render.RgbImage;

/**
 * The watermark, cut out of a picture that carries it: in pictures of 64 × 64 it covers whole pixels, rows and columns 58 to 62.
 *
 * @param carrier a picture with the watermark
 */
record Glyph(RgbImage carrier) {
    private static final int START = 58;
    private static final int END = 63;

    /** The same picture with the watermark. */
    RgbImage on(final RgbImage image) {
        final byte[] bytes = image.bytes().clone();
        for (int row = START; row < END; row++) {
            final int from = 3 * (row * image.size() + START);
            System.arraycopy(carrier.bytes(), from, bytes, from, 3 * (END - START));
        }
        return new RgbImage(image.size(), bytes);
    }
}
