package org.filterscope.analysis.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class PictureClassesTest {
    private final PictureClasses classes = new PictureClasses(List.of("road", "river", "sea"),
            IntStream.range(0, 100).map(i -> i < 50 ? 0 : i < 90 ? 1 : i < 95 ? 2 : -1).toArray());

    @Test
    void aSampleHoldsAsManyOfEachClassAsThereAre() {
        final int[] drawn = classes.draw(25, 1);
        assertThat(drawn).hasSize(25).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(drawn).filter(picture -> classes.indices()[picture] == 0).count()).isEqualTo(10);
        assertThat(Arrays.stream(drawn).filter(picture -> classes.indices()[picture] == 1).count()).isEqualTo(10);
        assertThat(Arrays.stream(drawn).filter(picture -> classes.indices()[picture] == 2).count()).isEqualTo(5);
    }

    @Test
    void picturesOfNoKnownClassAreNeverDrawn() {
        assertThat(classes.draw(1000, 1)).containsExactly(IntStream.range(0, 95).toArray());
    }

    @Test
    void theSameSeedDrawsTheSamePicturesAndAnotherSeedOthers() {
        assertThat(classes.draw(20, 3)).isEqualTo(classes.draw(20, 3)).isNotEqualTo(classes.draw(20, 4));
    }
}
