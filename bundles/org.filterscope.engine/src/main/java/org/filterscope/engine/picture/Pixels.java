package org.filterscope.engine.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/**
 * Makes red, green and blue of what a decoder returns. The stored numbers themselves, without colour management: Java's own conversion would
 * change greys, because it takes them for linear light. Of 16 bits the upper eight are kept.
 */
final class Pixels {
    private static final int BLACK = 3;
    private static final int FULL = 255;

    private Pixels() {
    }

    static Picture of(final BufferedImage image) {
        return new Picture(image.getHeight(), image.getWidth(), colours(image));
    }

    private static byte[] colours(final BufferedImage image) {
        final ColorModel model = image.getColorModel();
        final int type = image.getRaster().getTransferType();
        if (!(model instanceof ComponentColorModel) || type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT) {
            return converted(image);
        }
        if (model.getColorSpace().getType() == ColorSpace.TYPE_CMYK) {
            return ofInks(image.getRaster()).values();
        }
        return samples(image.getRaster(), model.isAlphaPremultiplied() ? model.getNumColorComponents() : -1);
    }

    /** @param alpha the band that the colours were multiplied with; -1 for none */
    private static byte[] samples(final Raster raster, final int alpha) {
        final int bands = raster.getNumBands();
        final int shift = shift(raster);
        final int width = raster.getWidth();
        final boolean grey = bands - (alpha < 0 ? 0 : 1) < Picture.COLOURS;
        final byte[] values = new byte[raster.getHeight() * width * Picture.COLOURS];
        int[] row = null;
        int to = 0;
        for (int r = 0; r < raster.getHeight(); r++) {
            row = raster.getPixels(raster.getMinX(), raster.getMinY() + r, width, 1, row);
            for (int c = 0; c < width; c++) {
                for (int colour = 0; colour < Picture.COLOURS; colour++) {
                    final int value = row[c * bands + (grey ? 0 : colour)] >> shift;
                    values[to++] = (byte) (alpha < 0 ? value : divided(value, row[c * bands + alpha] >> shift));
                }
            }
        }
        return values;
    }

    /** The colour before it was multiplied with the alpha; where nothing was left of it, black. */
    private static int divided(final int value, final int alpha) {
        return alpha == 0 ? 0 : Math.min(FULL, value * FULL / alpha);
    }

    /** Cyan, magenta, yellow and black (0: none) as filters over white, rounded as the Python Imaging Library does. */
    static Picture ofInks(final Raster raster) {
        final int bands = raster.getNumBands();
        final int shift = shift(raster);
        final int width = raster.getWidth();
        final byte[] values = new byte[raster.getHeight() * width * Picture.COLOURS];
        int[] row = null;
        int to = 0;
        for (int r = 0; r < raster.getHeight(); r++) {
            row = raster.getPixels(raster.getMinX(), raster.getMinY() + r, width, 1, row);
            for (int c = 0; c < width; c++) {
                final int light = FULL - (row[c * bands + BLACK] >> shift);
                for (int colour = 0; colour < Picture.COLOURS; colour++) {
                    final int product = (row[c * bands + colour] >> shift) * light + 128;
                    values[to++] = (byte) (light - ((product >> 8) + product >> 8));
                }
            }
        }
        return new Picture(raster.getHeight(), width, values);
    }

    private static int shift(final Raster raster) {
        return raster.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
    }

    private static byte[] converted(final BufferedImage image) {
        final int width = image.getWidth();
        final byte[] values = new byte[image.getHeight() * width * Picture.COLOURS];
        final int[] row = new int[width];
        int to = 0;
        for (int r = 0; r < image.getHeight(); r++) {
            image.getRGB(0, r, width, 1, row, 0, width);
            for (final int pixel : row) {
                values[to++] = (byte) (pixel >> 16);
                values[to++] = (byte) (pixel >> 8);
                values[to++] = (byte) pixel;
            }
        }
        return values;
    }
}
