package org.filterscope.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class ConfusionsTest {
    private final Confusions confusions = new Confusions(List.of("road", "river", "neither"));

    @Test
    void theWorstConfusionsComeFirstAndRareOnesAreNotTold() {
        say("road", 0, 19);
        say("road", 2, 1);
        say("river", 0, 8);
        say("river", 1, 2);
        say("neither", 2, 8);
        say("neither", 1, 2);
        assertThat(confusions.text()).containsExactly("right about 29 of 40 pictures (72.5 %)", "takes river for road: 8 of 10 times",
                "takes neither for river: 2 of 10 times");
    }

    @Test
    void foldersThatAreNoClassesSayNothing() {
        say("holiday", 0, 3);
        assertThat(confusions.text()).isEmpty();
    }

    private void say(final String folder, final int guess, final int times) {
        final float[] scores = {9, 0.1f, 0.1f, 0.1f};
        scores[1 + guess] = 0.8f;
        for (int i = 0; i < times; i++) {
            confusions.add(folder, scores, 1);
        }
    }
}
