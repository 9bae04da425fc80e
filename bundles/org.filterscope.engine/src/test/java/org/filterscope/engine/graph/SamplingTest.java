package org.filterscope.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.filterscope.engine.graph.Sampling.Coordinates;
import org.filterscope.engine.graph.Sampling.Interpolation;
import org.junit.jupiter.api.Test;

/** Values from the examples of ONNX's operator Resize, and by hand. */
class SamplingTest {

    @Test
    void repeatingCopiesEachPosition() {
        assertThat(read(Sampling.repeat(2, 3), 5, 7)).containsExactly(5, 5, 5, 7, 7, 7);
    }

    @Test
    void linearSamplingWithHalfPixelsIsThatOfTensorFlowAndPyTorch() {
        assertThat(read(new Sampling(2, 4, 2, Interpolation.LINEAR, Coordinates.HALF_PIXEL), 1, 2)).containsExactly(1, 1.25f, 1.75f, 2);
    }

    @Test
    void alignedCornersKeepTheFirstAndTheLastPosition() {
        assertThat(read(new Sampling(2, 4, 2, Interpolation.LINEAR, Coordinates.ALIGN_CORNERS), 1, 4)).containsExactly(new float[] {1, 2, 3, 4},
                within(1e-6f));
        assertThat(read(new Sampling(3, 1, 1.0 / 3, Interpolation.LINEAR, Coordinates.ALIGN_CORNERS), 1, 2, 3)).containsExactly(1);
    }

    @Test
    void shrinkingByLinearSamplingReadsBetweenPositions() {
        assertThat(read(new Sampling(4, 2, 0.6, Interpolation.LINEAR, Coordinates.HALF_PIXEL), 1, 2, 3, 4)).containsExactly(
                new float[] {4f / 3, 3}, within(1e-6f));
    }

    @Test
    void theRulesForTheNearestPositionDifferWhereTwoAreNear() {
        assertThat(nearest(Interpolation.NEAREST_ROUND_DOWN)).containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(nearest(Interpolation.NEAREST_ROUND_UP)).containsExactly(1, 2, 2, 3, 3, 3);
        assertThat(nearest(Interpolation.NEAREST_FLOOR)).containsExactly(1, 1, 2, 2, 3, 3);
        assertThat(nearest(Interpolation.NEAREST_CEIL)).containsExactly(1, 2, 2, 3, 3, 3);
    }

    @Test
    void aPositionThatFallsOnAnOldOneIsThatOne() {
        for (int from = 1; from < 40; from++) {
            for (int times = 1; times < 12; times++) {
                final float[] matrix = Sampling.repeat(from, times).matrix();
                for (int i = 0; i < from; i++) {
                    assertThat(matrix[i * times * from + i]).as("%d of %d × %d", i, from, times).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void sizesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new Sampling(0, 2, 2, Interpolation.LINEAR, Coordinates.ASYMMETRIC)).hasMessageContaining("from 0 to 2");
        assertThatThrownBy(() -> new Sampling(1, 2, Double.NaN, Interpolation.LINEAR, Coordinates.ASYMMETRIC)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Sampling.repeat(1 << 13, 2)).hasMessageContaining("too many");
    }

    private static float[] nearest(final Interpolation interpolation) {
        return read(new Sampling(3, 6, 2, interpolation, Coordinates.ASYMMETRIC), 1, 2, 3);
    }

    private static float[] read(final Sampling sampling, final float... old) {
        final float[] matrix = sampling.matrix();
        final float[] result = new float[sampling.to()];
        for (int o = 0; o < result.length; o++) {
            for (int i = 0; i < old.length; i++) {
                result[o] += matrix[o * old.length + i] * old[i];
            }
        }
        return result;
    }
}
