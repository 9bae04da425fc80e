package org.filterscope.analysis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.configuration.DissectionSettings.Mode;
import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.Score;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
    private static final ReceptiveField PIXEL = new ReceptiveField(1, 0, 0);
    private static final List<Concept> CONCEPTS = List.of(new Concept("car", "object"), new Concept("tree", "object"));

    /**
     * Three pictures of one pixel; the filter is active on the first, which alone shows a car. Of the six orders of the masks two keep it there, so
     * one third of all permutations are as good: 20 successes are there after about 60. Within four standard deviations of what 3000
     * permutations say of the concept.
     */
    @Test
    void ofThreePicturesAThirdOfThePermutationsAreAsGood() throws Exception {
        final DissectedLayer layer = new DissectedLayer("layer", new Shape(1, 1, 1), new Shape(3, 1, 1), PIXEL, PIXEL);
        final LayerDissection found = dissect(layer, List.of(new float[] {1}, new float[1], new float[1]),
                List.of(new short[] {0}, new short[] {1}, new short[] {1}), 0.4, 3000);
        assertThat(found.rows().get("set").get(0).pValue()).isCloseTo(1 / 3.0, within(4 * Math.sqrt(2 / 9.0 / 3000)));
        assertThat(found.scores().get(0).text(Score.LABEL)).contains("car");
        assertThat(found.scores().get(0).number(Score.LABEL_P).orElseThrow()).isBetween(0.1, 0.9);
    }

    /** Shuffling a mask that lies on all pictures alike changes nothing, however good the filter. */
    @Test
    void aConceptThatIsAlwaysInTheSamePlaceProvesNothing() throws Exception {
        final DissectedLayer layer = new DissectedLayer("layer", new Shape(1, 1, 4), new Shape(3, 1, 4), PIXEL, PIXEL);
        final List<float[]> maps = new ArrayList<>();
        final List<short[]> labels = new ArrayList<>();
        for (int picture = 0; picture < 30; picture++) {
            maps.add(new float[] {0, 0, 0, 1 + picture});
            labels.add(new short[] {-1, -1, 1, 0});
        }
        final LayerDissection found = dissect(layer, maps, labels, 0.25, 200);
        assertThat(found.scores().get(0).number(Score.IOU).orElseThrow()).isGreaterThan(0.9);
        assertThat(found.rows().get("set")).extracting(ConceptRow::pValue).containsOnly(1.0);
        assertThat(found.scores().get(0).number(Score.LABEL_P)).hasValue(1);
    }

    /** In each of five runs, while of the 295 filters that follow nothing at most two are taken for discoveries; 0.25 are expected. */
    @Test
    void aFilterThatFollowsTheMaskIsFoundAmongMany() throws Exception {
        int wrong = 0;
        for (long seed = 1; seed <= 5; seed++) {
            final RandomCase some = RandomCase.of(60, 80, seed);
            for (int picture = 0; picture < 80; picture++) {
                for (int position = 0; position < 24; position++) {
                    // Pixel under the centre of the receptive field.
                    final int pixel = (position / 6 * 3 + 1) * 17 + Math.max(0, position % 6 * 3 - 1);
                    some.maps().get(picture)[position] += some.labels().get(picture)[pixel] == 2 ? 3 : 0;
                }
            }
            final LayerDissection found = new Dissection(settings(0.02, 1000), 1).run(some.layer(),
                    List.of(new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set")))), Progress.NONE);
            assertThat(found.scores().get(0).text(Score.LABEL)).contains("tree");
            // 60 filters get 1200 permutations at most: just enough for one to be found alone.
            assertThat(found.scores().get(0).number(Score.LABEL_P).orElseThrow()).isLessThan(0.05);
            assertThat(found.rows().get("set").get(2).pValue()).isCloseTo(1 / 1001.0, within(1e-12));
            wrong += (int) found.scores().subList(1, 60).stream().filter(scores -> scores.number(Score.LABEL_P).orElse(1) <= 0.05).count();
        }
        assertThat(wrong).isLessThanOrEqualTo(2);
    }

    /**
     * Filters that know nothing of the masks: a p-value below x comes up in a share of x of them. Four standard deviations at 400 filters; the
     * pictures are few, so many overlaps are equal and p-values may lie above what is even, never below.
     */
    @Test
    void withoutAnyRelationPValuesAreSpreadEvenly() {
        final int filters = 400;
        final RandomCase some = RandomCase.of(filters, 40, 2);
        final PermutationTest test = run(some, filters, 0.05, 499);
        final double[] labels = IntStream.range(0, filters).mapToDouble(test::label).sorted().toArray();
        final double[] cars = IntStream.range(0, filters).mapToDouble(filter -> test.concept(filter, 0, 0)).sorted().toArray();
        for (final double share : new double[] {0.05, 0.1, 0.25, 0.5, 0.75}) {
            final double tolerance = 4 * Math.sqrt(share * (1 - share) / filters);
            assertThat(below(labels, share)).as("labels below %s", share).isLessThan(share + tolerance);
            assertThat(below(cars, share)).as("cars below %s", share).isCloseTo(share, within(tolerance + 0.02));
        }
    }

    private static double below(final double[] values, final double limit) {
        return Arrays.stream(values).filter(value -> value <= limit).count() / (double) values.length;
    }

    /** Each label is drawn as the best of several, which a test of that one concept would not know. */
    @Test
    void theChoiceOfTheBestConceptIsAllowedFor() {
        final int filters = 400;
        final RandomCase some = RandomCase.of(filters, 40, 3);
        final PermutationTest test = run(some, filters, 0.05, 499);
        final double[] naive = IntStream.range(0, filters).mapToDouble(filter -> IntStream.range(0, 4).mapToDouble(
                concept -> test.concept(filter, 0, concept)).min().orElseThrow()).toArray();
        final double[] labels = IntStream.range(0, filters).mapToDouble(test::label).toArray();
        assertThat(below(naive, 0.05)).isGreaterThan(0.1);
        assertThat(below(labels, 0.05)).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / filters));
    }

    /** The mean over all permutations is known: every active position meets every mask equally often. */
    @Test
    void shuffledOverlapsHaveTheMeanThatCountingGives() {
        final RandomCase some = RandomCase.of(3, 40, 4);
        final MapsTally tally = tally(some, 3, 0.05);
        final PermutedCategory category = tally.sets().get(0).permuted().get(0);
        final CategoryShuffle shuffle = new CategoryShuffle(category, tally.active(), tally.sampleSize());
        final int trials = 20_000;
        shuffle.draw(trials, new Random(1));
        for (int filter = 0; filter < 3; filter++) {
            final double[] sums = new double[category.concepts().length];
            final double[] means = new double[sums.length];
            double squares = 0;
            final CategoryShuffle.FilterOverlap overlap = shuffle.of(filter);
            for (int trial = 0; trial < trials; trial++) {
                overlap.shuffled(trial, sums);
                for (int concept = 0; concept < sums.length; concept++) {
                    means[concept] += sums[concept] / trials;
                }
                squares += sums[0] * sums[0] / trials;
            }
            final double error = Math.sqrt((squares - means[0] * means[0]) / trials);
            assertThat(means[0]).isCloseTo(expected(category, tally, filter, 0), within(4 * error));
            assertThat(error).isPositive();
        }
    }

    /** Mean over pictures of the concept's coverage, at each of the filter's active positions on pictures with the category. */
    private static double expected(final PermutedCategory category, final MapsTally tally, final int filter, final int concept) {
        final float[][] overlaps = category.overlaps();
        final int[] concepts = category.entryConcepts();
        final int[] indices = category.indices(tally.sampleSize());
        double sum = 0;
        for (int i = 0; i < tally.active().size(filter); i++) {
            for (int entry = 0; indices[tally.active().picture(filter, i)] >= 0 && entry < concepts.length; entry++) {
                sum += concepts[entry] == concept ? overlaps[tally.active().block(filter, i)][entry] : 0;
            }
        }
        return sum / category.size();
    }

    /** Coverage is exact: what lies on the coarse grid has the concepts' areas. */
    @Test
    void theCoarseGridLosesNoPixelOfAConcept() {
        final RandomCase some = RandomCase.of(1, 20, 5);
        final MapsTally tally = tally(some, 1, 0.05);
        for (final PermutedCategory category : tally.sets().get(0).permuted()) {
            for (int i = 0; i < category.concepts().length; i++) {
                assertThat(category.areas()[i]).isCloseTo(tally.sets().get(0).exact().concept(category.concepts()[i]), within(1e-3));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameNumbers() throws Exception {
        final RandomCase some = RandomCase.of(4, 300, 6);
        final List<ConceptMaps> maps = List.of(new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set"))));
        final LayerDissection first = new Dissection(settings(0.02, 50), 3).run(some.layer(), maps, Progress.NONE);
        assertThat(new Dissection(settings(0.02, 50), 3).run(some.layer(), maps, Progress.NONE)).isEqualTo(first);
        assertThat(new Dissection(settings(0.02, 50), 4).run(some.layer(), maps, Progress.NONE)).isNotEqualTo(first);
    }

    private static PermutationTest run(final RandomCase some, final int filters, final double share, final int permutations) {
        final MapsTally tally = tally(some, filters, share);
        final OverlapCounts counts = tally.sets().get(0).exact();
        final PermutationTest test = new PermutationTest(
                tally.sets().get(0).permuted().stream().map(category -> new PermutationTest.Shuffled(0,
                        new CategoryShuffle(category, tally.active(), tally.sampleSize()))).toList(),
                IntStream.range(0, filters).mapToObj(filter -> IntStream.range(0, 4)
                        .mapToObj(concept -> new FilterLabel(0, concept, counts.iou(filter, concept, 0)))
                        .max(Comparator.comparingDouble(FilterLabel::iou))).toList(),
                permutations);
        test.run(new Random(9), Progress.NONE);
        return test;
    }

    private static MapsTally tally(final RandomCase some, final int filters, final double share) {
        try {
            final ActivationHistogram histogram = new ActivationHistogram(some.layer(), settings(share, 0));
            some.maps().forEach(map -> histogram.add(SparseMaps.of(some.layer().maps(), map)));
            final Thresholds thresholds = Thresholds.find(histogram, List.of(some.memoryMaps()), new double[] {share}, Progress.NONE);
            final MapsTally tally = new MapsTally(some.layer(), new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set"))),
                    SampleGrid.of(some.layer(), Upsampling.ANCHORED, 11, 17), thresholds, 0,
                    PictureSample.draw(some.maps().size(), 250, new Random(1)));
            tally.count(Progress.NONE);
            return tally;
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DissectionSettings settings(final double share, final int permutations) {
        return new DissectionSettings(Mode.CVPR2017, Upsampling.ANCHORED, share, 0.04, permutations);
    }

    private static LayerDissection dissect(final DissectedLayer layer, final List<float[]> maps, final List<short[]> labels, final double share,
            final int permutations) throws Exception {
        return new Dissection(settings(share, permutations), 1).run(layer, List.of(new ConceptMaps(new MemoryMaps(layer.maps(), maps),
                List.of(new MemoryConcepts("set", CONCEPTS, labels)))), Progress.NONE);
    }
}
