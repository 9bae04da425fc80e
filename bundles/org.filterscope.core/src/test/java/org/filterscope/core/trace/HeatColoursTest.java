package org.filterscope.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

final class HeatColoursTest {

    /** Rec. 709. */
    private static double luminance(final int colour) {
        return 0.2126 * (colour >> 16 & 0xff) + 0.7152 * (colour >> 8 & 0xff) + 0.0722 * (colour & 0xff);
    }

    @Test
    void hotterIsBrighterOnBothSides() {
        for (final int side : new int[] {1, -1}) {
            assertThat(IntStream.rangeClosed(0, 20).mapToObj(i -> luminance(HeatColours.of(side * i / 20.0))).toList()).isSorted();
        }
    }

    @Test
    void forAndAgainstDifferAndMeetAtZero() {
        assertThat(HeatColours.of(0)).isEqualTo(HeatColours.of(-0.0)).isEqualTo(0x000004);
        assertThat(HeatColours.of(1)).isEqualTo(0xfcffa4);
        assertThat(HeatColours.of(-1)).isEqualTo(0xc8f4ff);
        assertThat(HeatColours.of(2)).isEqualTo(HeatColours.of(1));
    }
}
