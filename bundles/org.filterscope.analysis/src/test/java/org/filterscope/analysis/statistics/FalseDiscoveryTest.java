package org.filterscope.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    /** By hand: 0.01 · 4 / 1, 0.02 · 4 / 2, 0.03 · 4 / 3 and 0.5 · 4 / 4, each at most the next. */
    @Test
    void pValuesAreMultipliedByTheirNumberOverTheirRank() {
        assertThat(FalseDiscovery.adjusted(new double[] {0.5, 0.01, 0.03, 0.02})).containsExactly(0.5, 0.04, 0.04, 0.04);
    }

    @Test
    void whatWasNotTestedNeitherCountsNorChanges() {
        assertThat(FalseDiscovery.adjusted(new double[] {Double.NaN, 0.25, 1})).containsExactly(Double.NaN, 0.5, 1);
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
    }
}
