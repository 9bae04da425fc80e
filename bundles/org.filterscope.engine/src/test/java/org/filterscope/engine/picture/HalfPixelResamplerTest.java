package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfPixelResamplerTest {
    private final HalfPixelResampler resampler = new HalfPixelResampler();

    /** Without antialiasing three of four pixels are never looked at: new centres 0.5 and 1.5 lie at 2 and 6, between pixels 1|2 and 5|6. */
    @Test
    void reducingLooksOnlyAtTheNearestPixels() {
        assertThat(reds(resampler.resize(row(255, 10, 30, 255, 255, 70, 110, 255), 1, 2))).containsExactly(20, 90);
    }

    @Test
    void enlargingInterpolatesAndTheBorderStaysAsItIs() {
        assertThat(reds(resampler.resize(row(0, 10), 1, 4))).containsExactly(0, 2.5f, 7.5f, 10);
    }

    /**
     * The definition in double precision: the picture is a function that is linear between the centres of its pixels and constant beyond the
     * outermost, and a new pixel is its value at the new centre. Single precision moves a place of at most 500 pixels by at most a few units
     * of 500 · 2^-24, and values of 0 to 255 with it: below 0.05.
     */
    @ParameterizedTest
    @CsvSource({"37, 53, 20, 30", "37, 53, 100, 90", "64, 64, 227, 227", "333, 500, 227, 227", "7, 5, 5, 7", "256, 256, 224, 224", "9, 9, 9, 9"})
    void everyPixelIsTheInterpolatedPictureAtItsCentre(final int rows, final int cols, final int newRows, final int newCols) {
        final byte[] values = new byte[rows * cols * 3];
        new Random(rows).nextBytes(values);
        final Picture picture = new Picture(rows, cols, values);
        final float[] resized = resampler.resize(picture, newRows, newCols).values();
        for (int i = 0; i < resized.length; i++) {
            final int pixel = i / 3;
            final double row = (pixel / newCols + 0.5) * rows / newRows - 0.5;
            final double col = (pixel % newCols + 0.5) * cols / newCols - 0.5;
            assertThat((double) resized[i]).isCloseTo(at(picture, row, col, i % 3), within(0.05));
        }
    }

    /** Weights of all pixels are products of triangles around their centres. */
    private static double at(final Picture picture, final double row, final double col, final int colour) {
        final double r = Math.clamp(row, 0, picture.rows() - 1);
        final double c = Math.clamp(col, 0, picture.cols() - 1);
        double sum = 0;
        for (int y = (int) r; y < Math.min(picture.rows(), (int) r + 2); y++) {
            for (int x = (int) c; x < Math.min(picture.cols(), (int) c + 2); x++) {
                sum += (1 - Math.abs(r - y)) * (1 - Math.abs(c - x)) * (picture.values()[(y * picture.cols() + x) * 3 + colour] & 0xff);
            }
        }
        return sum;
    }

    private static Picture row(final int... values) {
        final byte[] bytes = new byte[values.length * 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i / 3];
        }
        return new Picture(1, values.length, bytes);
    }

    private static float[] reds(final FittedPicture picture) {
        final float[] reds = new float[picture.rows() * picture.cols()];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = picture.values()[3 * i];
        }
        return reds;
    }
}
