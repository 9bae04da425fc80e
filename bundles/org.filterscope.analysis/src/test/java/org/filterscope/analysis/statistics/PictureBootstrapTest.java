package org.filterscope.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.PictureBootstrap.Interval;
import org.junit.jupiter.api.Test;

class PictureBootstrapTest {

    /** The share of 50 in 100 has a standard error of 0.05; its interval is 1.96 of these to both sides. Drawn 1000 times, ends stray by 0.01. */
    @Test
    void theIntervalOfAShareIsThatOfTheNormalDistribution() {
        final Interval share = new PictureBootstrap(100, 1)
                .of(drawn -> new double[] {IntStream.range(0, 50).map(i -> drawn[i]).sum() / 100.0}).getFirst();
        assertThat(share.low()).isCloseTo(0.5 - 1.96 * 0.05, within(0.02));
        assertThat(share.high()).isCloseTo(0.5 + 1.96 * 0.05, within(0.02));
    }

    @Test
    void whatDoesNotDependOnThePicturesHasNoSpread() {
        assertThat(new PictureBootstrap(5, 1).of(drawn -> new double[] {7, IntStream.of(drawn).sum()}))
                .isEqualTo(List.of(new Interval(7, 7), new Interval(5, 5)));
    }
}
