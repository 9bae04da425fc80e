package org.filterscope.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonIntervalTest {
    private static final double SQUARE = 3.841458820694124;

    /** With z² = 3.841459 all of n reach down to n / (n + z²), none up to z² / (n + z²). */
    @Test
    void allOrNoneOfThePicturesStillHaveAWidth() {
        final WilsonInterval all = WilsonInterval.of(200, 200);
        assertThat(all.low()).isCloseTo(200 / (200 + SQUARE), within(1e-12)).isCloseTo(0.9812, within(5e-5));
        assertThat(all.high()).isEqualTo(1);
        final WilsonInterval none = WilsonInterval.of(10, 0);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(SQUARE / (10 + SQUARE), within(1e-12)).isCloseTo(0.2775, within(5e-5));
    }

    /** Half of ten: 0.5 ± 1.959964 · √(0.025 + 3.841459 / 400) / 1.3841459 = 0.5 ± 0.2634. */
    @Test
    void halfOfTenIsAQuarterToThreeQuartersOrSo() {
        final WilsonInterval half = WilsonInterval.of(10, 5);
        assertThat(half.low()).isCloseTo(0.2366, within(5e-5));
        assertThat(half.high()).isCloseTo(0.7634, within(5e-5));
    }

    @Test
    void aShareOfNothingAndMoreThanAllAreRefused() {
        assertThatThrownBy(() -> WilsonInterval.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WilsonInterval.of(3, 4)).isInstanceOf(IllegalArgumentException.class);
    }
}
