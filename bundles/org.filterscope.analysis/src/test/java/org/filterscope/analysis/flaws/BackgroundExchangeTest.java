package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.concepts.Concept;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.NetworkSession;
import org.junit.jupiter.api.Test;

/** Every picture shows the object that its class is named after, and the network is right about all. */
class BackgroundExchangeTest {

    /** @param counts pictures of each class */
    private static List<BackgroundExchange.Trial> trials(final int... counts) throws Exception {
        final List<String> labels = IntStream.range(0, counts.length).mapToObj("class-%02d"::formatted).toList();
        final int[] truths = IntStream.range(0, counts.length).flatMap(label -> IntStream.generate(() -> label).limit(counts[label])).toArray();
        final List<short[]> masks = IntStream.of(truths).mapToObj(truth -> {
            final short[] mask = new short[HandMade.SIDE * HandMade.SIDE];
            Arrays.fill(mask, (short) truth);
            return mask;
        }).toList();
        final float[] sure = new float[truths.length];
        Arrays.fill(sure, 1);
        final float[][] none = new float[3][3];
        try (NetworkSession session = Engines.all().getFirst().open(HandMade.network(none, none))) {
            final FlawEvidence evidence = new FlawEvidence(session, labels, new PictureClasses(labels, truths),
                    Collections.nCopies(truths.length, "picture"), (picture, values, start) -> {
                    }, new Predictions(truths, sure), List.of(),
                    List.of(new HandMadeMasks("objects", labels.stream().map(label -> new Concept(label, "object")).toList(), masks)), 1);
            final PictureConcepts concepts = PictureConcepts.read(evidence, Progress.NONE);
            return new BackgroundExchange(evidence, concepts, ClassObjects.of(evidence, concepts)).trials();
        }
    }

    private static long of(final List<BackgroundExchange.Trial> trials, final int output) {
        return trials.stream().filter(trial -> trial.output() == output).count();
    }

    @Test
    void ofManyClassesEachHasItsTrials() throws Exception {
        final int[] counts = new int[30];
        Arrays.fill(counts, 10);
        final List<BackgroundExchange.Trial> trials = trials(counts);
        assertThat(IntStream.range(0, 30)).allSatisfy(output -> assertThat(of(trials, output)).isEqualTo(40));
    }

    /** Objects of the frequent class come before the backgrounds of the others; these have the fewer objects. */
    @Test
    void aFrequentClassTakesNoTrialsFromTheOthers() throws Exception {
        final List<BackgroundExchange.Trial> trials = trials(300, 20, 20);
        assertThat(of(trials, 0)).isEqualTo(40);
        assertThat(of(trials, 1)).isEqualTo(133);
        assertThat(of(trials, 2)).isEqualTo(133);
    }

    @Test
    void aClassOfAFewBackgroundsIsNotTried() throws Exception {
        assertThat(trials(20, 20, 7)).isNotEmpty().allSatisfy(trial -> {
            assertThat(trial.output()).isLessThan(2);
            assertThat(trial.object()).isLessThan(40);
        });
    }
}
