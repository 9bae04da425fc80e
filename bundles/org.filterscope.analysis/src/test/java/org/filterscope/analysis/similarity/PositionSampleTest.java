package org.filterscope.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionSampleTest {

    @Test
    void whereAllPositionsCanBeTakenAllAreTakenOnEachPicture() {
        final PositionSample sample = new PositionSample(64, 49, 1);
        assertThat(sample.size()).isEqualTo(49);
        final boolean[] seen = new boolean[49];
        for (int i = 0; i < 49; i++) {
            seen[sample.position(3, i)] = true;
        }
        assertThat(seen).doesNotContain(false);
    }

    @Test
    void manyFiltersAreSampledEvenlyAndTheSamePlacesEachTime() {
        final PositionSample sample = new PositionSample(512, 169, 2);
        assertThat(sample.size()).isEqualTo(30);
        final int[] taken = new int[169];
        for (int picture = 0; picture < 169; picture++) {
            for (int i = 0; i < sample.size(); i++) {
                taken[sample.position(picture, i)]++;
                assertThat(new PositionSample(512, 169, 2).position(picture, i)).isEqualTo(sample.position(picture, i));
            }
        }
        assertThat(taken).containsOnly(30);
        assertThat(new PositionSample(4096, 169, 2).size()).isEqualTo(1);
    }
}
