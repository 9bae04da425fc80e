package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.junit.jupiter.api.Test;

/** Masks and maps of a few values, and what searches do where there is nothing to look at. */
class MaskedMapsTest {

    private static List<FlawSearch> masked() {
        final RunConcepts concepts = new RunConcepts();
        return List.of(new ConceptConfusions(concepts), new ContextShortcuts(concepts), new AttributeTies(concepts));
    }

    /** In a row of five the mask is the second and third pixel: mirrored they are the fourth and the third, which is in the mask itself. */
    @Test
    void aHoleIsFilledWithTheMirroredPictureElseWithTheNearestPixel() {
        assertThat(new PixelMask(new boolean[] {false, true, true, false, false}, 5).sources()).containsExactly(0, 3, 3, 3, 4);
    }

    @Test
    void aWiderMaskHasAllThatTouchesIt() {
        final boolean[] dot = new boolean[12];
        dot[5] = true;
        assertThat(new PixelMask(dot, 4).wider().inside()).containsExactly(true, true, true, false, true, true, true, false, true, true, true, false);
        dot[5] = false;
        dot[3] = true;
        assertThat(new PixelMask(dot, 4).wider().inside()).containsExactly(false, false, true, true, false, false, true, true, false, false, false,
                false);
    }

    /** Logits ln 1, ln 2, ln 5 are the probabilities 1/8, 2/8, 5/8. */
    @Test
    void answersAreTheSoftmaxOfTheLogits() {
        final Answers answers = Answers.of(1);
        answers.take(0, new FeatureMaps(1, Shape.vector(3), new float[] {0, (float) Math.log(2), (float) Math.log(5)}), 0);
        assertThat(answers.probability(0, 1)).isEqualTo(0.25, within(1e-7));
        assertThat(answers.best(0)).isEqualTo(2);
        assertThat(answers.logOdds(0, 2)).isEqualTo(Math.log(5.0 / 3), within(1e-6));
    }

    /** Peaks 5 and 4 with the one, 5 and 3 with the other, 1 and 4 with neither: 2.5 of 4 pairs, and 3.5 of 4. */
    @Test
    void ranksAreAreasUnderTheCurve() {
        final ConceptRanks ranks = ConceptRanks.of(new float[] {5, 4, 5, 3, 1, 4, 9}, new int[] {0, 0, 1, 1, 2, 2, -1});
        assertThat(ranks.apart()).isEqualTo(2.5 / 4);
        assertThat(ranks.present()).isEqualTo(3.5 / 4);
        assertThat(ranks.areConfused()).isFalse();
        assertThat(new ConceptRanks(0.6, 0.95).areConfused()).isTrue();
        assertThat(new ConceptRanks(0.8, 0.95).areConfused()).isFalse();
    }

    /** Shares 0.1, 0.05, 0.02, 0.005; only at the second does the filter fire on both alike. */
    @Test
    void aFilterConfusesTwoConceptsThatItFiresOnAlike() {
        final long[][][] on = {{{40, 5}}, {{20, 12}}, {{10, 2}}, {{0, 0}}};
        final long[][][] fired = {{{100, 100}}, {{50, 50}}, {{20, 20}}, {{0, 0}}};
        final FilterConcepts rates = new FilterConcepts(on, fired, new long[] {100, 100}, new long[] {1000, 1000});
        assertThat(rates.onRate(1, 0, 0)).isEqualTo(0.2);
        assertThat(rates.precision(1, 0, 1)).isEqualTo(0.24);
        assertThat(rates.lift(1, 0, 0)).isEqualTo(4, within(1e-12));
        assertThat(rates.lift(1, 0, 1)).isEqualTo(2.4, within(1e-12));
        assertThat(ConceptPair.confuses(rates, 0, 0, 1)).isFalse();
        final long[][][] alike = {{{40, 5}}, {{20, 16}}, {{10, 2}}, {{0, 0}}};
        assertThat(ConceptPair.confuses(new FilterConcepts(alike, fired, new long[] {100, 100}, new long[] {1000, 1000}), 0, 0, 1)).isTrue();
    }

    private static FlawEvidence evidence(final ExampleEvidence examples, final int pictures) throws Exception {
        final World world = ExampleNetworks.load().named("cats-f2-background").subject().world(77, Plants.NONE);
        return examples.of(world, IntStream.range(0, pictures).mapToObj(i -> world.picture(Split.TEST, i, ExampleEvidence.SIDE)).toList(), "conv4");
    }

    @Test
    void withoutMasksTheSearchesSaySo() throws Exception {
        try (ExampleEvidence examples = new ExampleEvidence("cats-f2-background")) {
            final FlawEvidence all = evidence(examples, 4);
            final FlawEvidence bare = new FlawEvidence(all.session(), all.labels(), all.classes(), all.paths(), all.inputs(), all.predictions(),
                    all.layers(), List.of(), all.seed());
            for (final FlawSearch search : masked()) {
                assertThat(search.steps(bare)).isZero();
                assertThat(search.search(bare, Progress.NONE).findings()).isEmpty();
                assertThat(search.search(bare, Progress.NONE).searches()).extracting(Search::note)
                        .containsExactly("not looked for: the pictures have no masks of concepts");
            }
        }
    }

    @Test
    void searchesFindTheSameEachTimeAndStopWhenCancelled() throws Exception {
        try (ExampleEvidence examples = new ExampleEvidence("cats-f2-background")) {
            final FlawEvidence evidence = evidence(examples, 120);
            final List<Finding> first = new ContextShortcuts(new RunConcepts()).search(evidence, Progress.NONE).findings();
            assertThat(first).isNotEmpty().isEqualTo(new ContextShortcuts(new RunConcepts()).search(evidence, Progress.NONE).findings());
            for (final FlawSearch search : Stream.concat(masked().stream(), Stream.of(new SuspiciousLabels(), new UnknownUnknowns())).toList()) {
                assertThatThrownBy(() -> search.search(evidence, new Cancelled())).as(search.getClass().getSimpleName())
                        .isInstanceOf(CancelledException.class);
            }
        }
    }

    /** With one step for each picture, as promised, also for those that read nothing. */
    @Test
    void masksAreReadOnceForAllSearchesOfARun() throws Exception {
        try (ExampleEvidence examples = new ExampleEvidence("cats-f2-background")) {
            final FlawEvidence evidence = evidence(examples, 4);
            final RunConcepts concepts = new RunConcepts();
            final PictureConcepts first = concepts.of(evidence, Progress.NONE);
            final long[] steps = new long[1];
            assertThat(concepts.of(evidence, new Counted(steps))).isSameAs(first);
            assertThat(steps[0]).isEqualTo(PictureConcepts.steps(evidence)).isEqualTo(4);
            assertThatThrownBy(() -> concepts.of(evidence, new Cancelled())).isInstanceOf(CancelledException.class);
            final FlawEvidence other = evidence(examples, 5);
            assertThat(concepts.of(other, Progress.NONE)).isNotSameAs(first).extracting(PictureConcepts::pictures).isEqualTo(5);
        }
    }

    private record Counted(long[] steps) implements Progress {
        @Override
        public void begin(final String task, final long all, final double share) {
        }

        @Override
        public void advance(final long more) {
            steps[0] += more;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private static final class Cancelled implements Progress {
        @Override
        public void begin(final String task, final long steps, final double share) {
        }

        @Override
        public void advance(final long steps) {
        }

        @Override
        public boolean isCancelled() {
            return true;
        }
    }
}
