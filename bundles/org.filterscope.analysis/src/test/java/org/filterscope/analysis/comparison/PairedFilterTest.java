package org.filterscope.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedFilterTest {
    private static final int COLS = 10;
    private static final float[] PEAKS = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final int[] PLACES = {0, 11, 22, 33, 44, 55, 66, 77};

    @Test
    void aFilterAgreesWithItself() {
        final PairedFilter pair = PairedFilter.of(PEAKS, PEAKS, PLACES, PLACES, COLS);
        assertThat(pair.correlation()).isCloseTo(1, within(1e-12));
        assertThat(pair.tops()).isEqualTo(1);
        assertThat(pair.positions()).isEqualTo(1);
        assertThat(pair.positionCorrelation()).isCloseTo(1, within(1e-12));
    }

    @Test
    void topPicturesAreTheHighestQuarterAtMost() {
        // Top two of eight: pictures 7 and 6 here, 7 and 0 there: one of three.
        final float[] other = {7, 2, 3, 4, 5, 6, 1, 8};
        assertThat(PairedFilter.of(PEAKS, other, PLACES, PLACES, COLS).tops()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void ofEqualPeaksTheEarlierPictureIsATopOne() {
        final float[] ties = {5, 5, 5, 5, 5, 5, 5, 5};
        final float[] firstTwo = {9, 8, 0, 0, 0, 0, 0, 0};
        assertThat(PairedFilter.of(ties, firstTwo, PLACES, PLACES, COLS).tops()).isEqualTo(1);
    }

    @Test
    void positionsAgreeWhenTheyAreNeighboursOnPicturesWhereBothFire() {
        final float[] second = {1, 2, 3, 4, -1, 0, 1, 1};
        // One to the right, diagonal, two below, far away, not fired, not fired, next line but far in the picture (6,6 → 7,0), the same.
        final int[] places = {1, 22, 42, 99, 0, 0, 70, 77};
        assertThat(PairedFilter.of(PEAKS, second, PLACES, places, COLS).positions()).isCloseTo(3.0 / 6, within(1e-12));
    }

    @Test
    void mirroredPositionsAreCorrelatedNegatively() {
        final int[] mirrored = {77, 66, 55, 44, 33, 22, 11, 0};
        assertThat(PairedFilter.of(PEAKS, PEAKS, PLACES, mirrored, COLS).positionCorrelation()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void whatIsNotDefinedIsNoNumber() {
        final float[] dead = new float[8];
        final PairedFilter pair = PairedFilter.of(dead, dead, PLACES, PLACES, COLS);
        assertThat(pair.correlation()).isNaN();
        assertThat(pair.tops()).isNaN();
        assertThat(pair.positions()).isNaN();
        assertThat(PairedFilter.of(PEAKS, PEAKS, PLACES, PLACES, 0).positions()).as("maps of different size").isNaN();
        assertThat(PairedFilter.of(PEAKS, PEAKS, PLACES, new int[8], COLS).positionCorrelation()).as("always at one place").isNaN();
    }
}
