package org.filterscope.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MovementTest {

    /** A filter that fires on the first and the last of four pictures, one that never rests, one that is the same everywhere. */
    @Test
    void onlyPicturesWhereSomethingHappensCount() {
        final Movement movement = new Movement(3);
        final double[][][] pictures = {{{2, 1, 7}, {2, 2, 7}}, {{0, 1, 7}, {0, 2, 7}}, {{0, 3, 7}, {0, 1, 7}}, {{0, 1, 7}, {1, 0, 7}}};
        for (final double[][] picture : pictures) {
            for (int i = 0; i < picture.length; i++) {
                movement.add(i == 0, picture[i]);
            }
            movement.endPicture();
        }
        assertThat(movement.pictures(0)).isEqualTo(2);
        assertThat(movement.pictures(1)).isEqualTo(4);
        assertThat(movement.pictures(2)).isZero();
    }
}
