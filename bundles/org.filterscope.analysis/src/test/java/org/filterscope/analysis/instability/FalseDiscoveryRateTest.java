package org.filterscope.analysis.instability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FalseDiscoveryRateTest {

    /** By hand: 0.04 · 3 / 3, 0.02 · 3 / 2 and 0.01 · 3 / 1, each at most the next; the undefined one does not count. */
    @Test
    void eachIsTimesTheNumberByItsRankAndNoMoreThanTheNext() {
        assertThat(FalseDiscoveryRate.corrected(new double[] {0.04, Double.NaN, 0.015625, 0.01})).containsExactly(0.04, Double.NaN,
                0.015625 * 3 / 2, 0.015625 * 3 / 2);
        assertThat(FalseDiscoveryRate.corrected(new double[] {0.9, 0.8})).containsExactly(0.9, 0.9);
    }
}
