package org.filterscope.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Two patterns on a picture of 224 × 224 pixels. */
class LayerHeatTest {
    private static final int SIDE = 224;
    private final GraphHeading heading = new GraphHeading("", SIDE, SIDE,
            List.of(new GraphLayer("top", 7, 7, 16, 16, 32, 32, new float[] { 1 }, 1, 100, false, 0, 2)), List.of(new GraphPicture("a", false)),
            List.of());

    @Test
    void theHeatIsHighestWhereTheStrongestPatternIs() {
        final float[] heat = LayerHeat.of(heading, 0, places(4, 1), SIDE, SIDE);
        assertThat(heat[50 * SIDE + 30]).isOne();
        // One standard deviation of 15 pixels away; the weaker half does not count.
        assertThat((double) heat[65 * SIDE + 30]).isCloseTo(Math.exp(-0.5), within(1e-5));
        assertThat(heat[150 * SIDE + 120]).isLessThan(1e-3f);
    }

    /** A pixel of a coarse map is the middle of several of the input. */
    @Test
    void aCoarseMapHasTheSameHeat() {
        final float[] heat = LayerHeat.of(heading, 0, places(4, 1), SIDE / 4, SIDE / 4);
        int best = 0;
        for (int i = 1; i < heat.length; i++) {
            best = heat[i] > heat[best] ? i : best;
        }
        assertThat(best).isEqualTo(50 / 4 * (SIDE / 4) + 30 / 4);
    }

    @Test
    void whereNothingFiresThereIsNoHeat() {
        assertThat(LayerHeat.of(heading, 0, places(0, 0), 10, 10)).containsOnly(0);
    }

    private static Places places(final float one, final float other) {
        final float[] scores = { one, other };
        return new Places(new float[] { 50, 150 }, new float[] { 30, 120 }, scores, scores);
    }
}
