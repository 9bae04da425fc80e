package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.filterscope.engine.picture.Picture;
import org.junit.jupiter.api.Test;

/** Pictures of 80 × 80 pixels: a patch is 24 pixels wide, one of its pixels is one of the picture. */
class AveragePatchesTest {
    private static final int SIDE = 80;
    private static final float[] PLACE_ROWS = { 40.5f, 40.5f, 40.5f, 40.5f, 40.5f, 40.5f, 40.5f };
    private static final float[] PLACE_COLS = { 30.5f, 30.5f, 30.5f, 30.5f, 30.5f, 30.5f, 30.5f };

    @Test
    void aPatchIsTheMeanOfThePicturesAroundThePlaceWhereTheScoreIsHighest() {
        // Six pictures; the pattern is stronger on each than on the one before, and does not fire on the last.
        final Inferences found = new Inferences(7, PLACE_ROWS, PLACE_COLS,
                new float[] { 1, 2, 3, 4, 5, 6, 0 }, new float[7], new boolean[7]);
        final AveragePatches patches = new AveragePatches(found, 1, SIDE, SIDE);
        assertThat(patches.width()).isEqualTo(24);
        assertThat(patches.takes(0)).isFalse();
        assertThat(patches.takes(6)).isFalse();
        for (int picture = 1; picture <= 5; picture++) {
            assertThat(patches.takes(picture)).isTrue();
            patches.add(picture, dot(52, 19, 10 * picture));
        }
        final byte[] patch = patches.patches();
        // The patch's middle lies between its pixels 11 and 12: it begins at row 29 and column 19.
        assertThat(value(patch, 23, 0)).isEqualTo(30);
        assertThat(value(patch, 22, 0)).isZero();
        assertThat(value(patch, 23, 1)).isZero();
    }

    @Test
    void ofAMirroredPictureThePatchIsMirrored() {
        final Inferences found = new Inferences(1, new float[] { 40.5f }, new float[] { 30.5f }, new float[] { 1 }, new float[1],
                new boolean[] { true });
        final AveragePatches patches = new AveragePatches(found, 1, SIDE, SIDE);
        // Mirrored, it lies at column 20.
        patches.add(0, dot(40, SIDE - 1 - 20, 200));
        assertThat(value(patches.patches(), 11, 1)).isEqualTo(200);
    }

    private static int value(final byte[] patch, final int row, final int col) {
        return patch[(row * AveragePatches.SIDE + col) * 3] & 0xff;
    }

    /** Red, on black. */
    private static Picture dot(final int row, final int col, final int red) {
        final byte[] values = new byte[SIDE * SIDE * 3];
        values[(row * SIDE + col) * 3] = (byte) red;
        return new Picture(SIDE, SIDE, values);
    }
}
