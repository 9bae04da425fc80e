package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResamplerTest {
    private final Resampler resampler = new Resampler();

    /** Halving with a triangle of reach 2: weights 1 3 3 1 over 8 inside, renormalised at the border (3 3 1 over 7). */
    @Test
    void halvingWeighsNeighboursByDistance() {
        final Picture halved = resampler.resize(grey(1, 6, 0, 80, 160, 240, 80, 0), 1, 3);
        assertThat(reds(halved)).containsExactly(Math.round((0 * 3 + 80 * 3 + 160) / 7f), Math.round((80 + 160 * 3 + 240 * 3 + 80) / 8f),
                Math.round((240 + 80 * 3 + 0 * 3) / 7f));
    }

    @Test
    void enlargingInterpolatesBetweenNeighbours() {
        assertThat(reds(resampler.resize(grey(1, 2, 0, 100), 1, 4))).containsExactly(0, 25, 75, 100);
        assertThat(reds(resampler.resize(grey(2, 1, 0, 100), 4, 1))).containsExactly(0, 25, 75, 100);
    }

    @Test
    void anEvenPictureStaysEvenAndTheSameSizeStaysTheSame() {
        assertThat(reds(resampler.resize(grey(2, 2, 200, 200, 200, 200), 7, 3))).containsOnly(200);
        final Picture picture = grey(2, 2, 1, 2, 3, 4);
        assertThat(resampler.resize(picture, 2, 2)).isSameAs(picture);
    }

    private static Picture grey(final int rows, final int cols, final int... values) {
        final byte[] bytes = new byte[values.length * 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i / 3];
        }
        return new Picture(rows, cols, bytes);
    }

    private static int[] reds(final Picture picture) {
        final int[] reds = new int[picture.rows() * picture.cols()];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = picture.values()[3 * i] & 0xff;
        }
        return reds;
    }
}
