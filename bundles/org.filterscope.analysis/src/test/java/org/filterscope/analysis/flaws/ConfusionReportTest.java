package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.concepts.Concept;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.NetworkSession;
import org.junit.jupiter.api.Test;

/** Pictures of grass, of stone all over, of water all over; in the half to check the redder in this order, in the other half the other way. */
class ConfusionReportTest {
    private static final int OF_A_KIND = 20;

    private static Finding report(final float[][] filters, final double... shares) throws Exception {
        final Halves halves = Halves.of(3 * OF_A_KIND, 1);
        final List<float[]> pictures = HandMade.pictures(3 * OF_A_KIND, i -> HandMade.plain(halves.looked()[i] ? 2 - i % 3 : i % 3, 1, 0, i));
        final float[][] classes = new float[3][filters.length];
        Arrays.fill(classes[0], 1);
        final int[] truths = IntStream.range(0, pictures.size()).map(i -> 1).toArray();
        try (NetworkSession session = Engines.all().getFirst().open(HandMade.network(filters, classes))) {
            final List<short[]> masks = IntStream.range(0, pictures.size()).mapToObj(i -> mask((i + 2) % 3)).toList();
            final FlawEvidence evidence = HandMadeMasks.with(HandMade.evidence(session, pictures, truths),
                    new HandMadeMasks("things", List.of(new Concept("stone", "object"), new Concept("water", "object"),
                            new Concept("grass", "object")), masks));
            final PictureConcepts concepts = PictureConcepts.read(evidence, Progress.NONE);
            final ConceptPair pair = new ConceptPair(0, 1, 0, IntStream.range(0, shares.length).toArray());
            final int[] checked = halves.checked(picture -> PairPictures.counts(evidence, concepts, pair, picture));
            final boolean[] taken = new boolean[checked.length];
            Arrays.fill(taken, true);
            final Answers answers = new LayerProbe(evidence, evidence.layers().getFirst()).answers(checked,
                    List.of(new LayerProbe(evidence, evidence.layers().getFirst()).edit(new int[0], new float[0])), Progress.NONE).getFirst();
            return new ConfusionReport(evidence, concepts, halves, new Confusion(new PairPictures(pair, checked, taken), List.of(answers, answers),
                    new MeanHarm(0.5, 0.4, 0.6), shares, 0.01)).finding();
        }
    }

    private static short[] mask(final int concept) {
        final short[] mask = new short[HandMade.SIDE * HandMade.SIDE];
        Arrays.fill(mask, (short) concept);
        return mask;
    }

    private static float[][] filters(final int count) {
        return Collections.nCopies(count, new float[] {1, 0, 0}).toArray(float[][]::new);
    }

    /** Each of 51 carries less than 2 %. */
    @Test
    void ofManyFiltersThatShareEvenlyOneIsNamed() throws Exception {
        final double[] shares = new double[51];
        Arrays.fill(shares, 1.0 / 51);
        final Finding finding = report(filters(51), shares);
        assertThat(finding.filters()).singleElement().satisfies(filter -> assertThat(filter.share()).isEqualTo(1.0 / 51));
        assertThat(finding.text()).startsWith("filter 0 of 'maps' fires on water as on stone");
    }

    @Test
    void whereNoFilterCarriesAnythingNoneIsNamed() throws Exception {
        final Finding finding = report(filters(3), 0, 0, 0);
        assertThat(finding.filters()).isEmpty();
        assertThat(finding.text()).startsWith("'maps' fires on water as on stone");
        assertThat(finding.numbers()).extracting(Measure::name).noneMatch(name -> name.startsWith("AUC"));
    }

    @Test
    void onlyPicturesThatDidNotChooseTheFilterSayHowWellItTells() throws Exception {
        assertThat(report(filters(3), 0.5, 0.3, 0.2).numbers()).contains(
                Measure.exact("AUC of the first filter, one concept against the other", 0),
                Measure.exact("AUC of the first filter, the other concept against neither", 1));
    }

    @Test
    void filtersThatCarryLittleAreLeftOut() throws Exception {
        assertThat(report(filters(3), 0.01, 0.24, 0.75).filters()).extracting(filter -> filter.channel()).containsExactly(2, 1);
    }
}
