package org.filterscope.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.filterscope.core.report.PixelBox;
import org.junit.jupiter.api.Test;

class HeatBoxTest {

    private static HeatMap heat(final int cols, final double... values) {
        return new HeatMap(values.length / cols, cols, Doubles.floats(values), HeatSign.SIGNED, new PassCount(1, 1));
    }

    @Test
    void theBoxHoldsTheLargestRegionNotTheHottest() {
        final HeatMap heat = heat(5,
                9, 0, 0, 0, 0,
                0, 0, 0, 0, 3,
                0, 0, 3, 4, 0,
                0, 0, 0, 0, -9);
        assertThat(new HeatBox().of(heat)).contains(new PixelBox(1, 2, 3, 5));
    }

    @Test
    void aPixelAtAFifthOfTheMaximumIsInside() {
        assertThat(new HeatBox().of(heat(4, 10, 2, 1.99, 0))).contains(new PixelBox(0, 0, 1, 2));
        assertThat(new HeatBox(0.5).of(heat(4, 10, 2, 1.99, 0))).contains(new PixelBox(0, 0, 1, 1));
    }

    @Test
    void ofEqualRegionsTheFirstCounts() {
        assertThat(new HeatBox().of(heat(5, 1, 1, 0, 1, 1))).contains(new PixelBox(0, 0, 1, 2));
    }

    @Test
    void whereNothingSpeaksForTheClassThereIsNoBox() {
        assertThat(new HeatBox().of(heat(2, 0, -1, 0, -2))).isEmpty();
    }

    @Test
    void theOverlapIsIntersectionOverUnion() {
        final PixelBox box = new PixelBox(2, 2, 6, 8);
        assertThat(HeatBox.overlap(box, box)).isEqualTo(1);
        assertThat(HeatBox.overlap(box, new PixelBox(2, 8, 6, 9))).isZero();
        // 3 × 4 of 24 + 20 − 12.
        assertThat(HeatBox.overlap(box, new PixelBox(3, 4, 8, 8))).isCloseTo(12.0 / 32, within(1e-12));
        assertThat(HeatBox.overlap(new PixelBox(3, 4, 8, 8), box)).isCloseTo(12.0 / 32, within(1e-12));
    }
}
