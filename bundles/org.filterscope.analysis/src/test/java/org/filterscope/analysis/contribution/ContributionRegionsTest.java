package org.filterscope.analysis.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.filterscope.core.report.PixelBox;
import org.filterscope.core.trace.RegionTrace;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

class ContributionRegionsTest {
    private static final Shape INPUT = new Shape(3, 40, 50);

    /** Two filters on maps of 4 × 5. */
    private static List<RegionTrace> regions(final double... first) {
        final double[] both = new double[2 * first.length];
        for (int i = 0; i < first.length; i++) {
            both[i] = first[i] - 1;
            both[first.length + i] = 1;
        }
        return new ContributionRegions(new Shape(2, 4, 5), INPUT).of(both);
    }

    @Test
    void positionsThatTouchAtACornerAreOneRegionAndFiltersAddUp() {
        final List<RegionTrace> regions = regions(
                0, 0, 0, 0, 0,
                0, 5, 0, 0, 0.9,
                0, 0, 2, 0, 0,
                0, 0, 0, 0, 3);
        assertThat(regions).hasSize(2);
        assertThat(regions.get(0)).isEqualTo(new RegionTrace(7, 2, new PixelBox(10, 10, 30, 30)));
        assertThat(regions.get(1)).isEqualTo(new RegionTrace(3, 1, new PixelBox(30, 40, 40, 50)));
    }

    @Test
    void whatSpeaksAgainstTheClassHasRegionsOfItsOwn() {
        final List<RegionTrace> regions = regions(
                -8, 4, 0, 0, 0,
                -1, 0, 0, 0, 0,
                0, 0, 0, 0, 0,
                0, 0, 0, 0, -2);
        assertThat(regions).extracting(RegionTrace::contribution).containsExactly(-8.0, 4.0, -2.0);
    }

    @Test
    void whereNothingIsAddedThereAreNone() {
        assertThat(regions(new double[20])).isEmpty();
        assertThat(new ContributionRegions(new Shape(3, 1, 1), INPUT).of(new double[] {1, 2, 3})).isEmpty();
    }

    @Test
    void theyMakeUpTheWholeWhereEverythingSpeaksForTheClass() {
        final double[] all = new double[20];
        Arrays.setAll(all, i -> 1 + i % 3);
        final List<RegionTrace> regions = regions(all);
        assertThat(regions).singleElement().satisfies(region -> {
            assertThat(region.contribution()).isCloseTo(Arrays.stream(all).sum(), within(1e-12));
            assertThat(region.box()).isEqualTo(new PixelBox(0, 0, 40, 50));
        });
    }
}
