package org.filterscope.analysis.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.concepts.ClassPictures;
import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.maps.ChannelMap;
import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.configuration.DissectionSettings.Mode;
import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.Score;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DissectionTest {
    private static final double[] TRIED = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2};

    /** One filter, four positions of one pixel each; two pictures. The threshold lies at 1: pixels with 2 and 3 are active. */
    @Test
    void everyNumberIsWhatItsDefinitionSays() throws Exception {
        final ReceptiveField pixel = new ReceptiveField(1, 0, 0);
        final DissectedLayer layer = new DissectedLayer("layer", new Shape(1, 1, 4), new Shape(3, 1, 4), pixel, pixel);
        final MemoryMaps maps = new MemoryMaps(layer.maps(), List.of(new float[] {2, 3, 0, 0}, new float[] {0, 0, 1, 0}));
        final MemoryConcepts set = new MemoryConcepts("set", List.of(new Concept("car", "object"), new Concept("tree", "object")),
                List.of(new short[] {0, 0, 0, 1}, new short[] {-1, 1, 1, 1}));
        // Rank (1 − 0.29) · 7 = 4.97 lies between the values 0 and 1.
        final LayerDissection found = dissect(layer, settings(Upsampling.ANCHORED, 0.29, 0), new ConceptMaps(maps, List.of(set)));
        final double threshold = (1 - 0.29) * 7 - 4;
        assertThat(found.rows().get("set")).hasSize(2);
        final ConceptRow car = found.rows().get("set").get(0);
        assertThat(car.threshold()).isCloseTo(threshold, within(1e-12));
        // Active are 2, 3 and the 1 of the second picture; two of them are among the three pixels of a car.
        assertThat(car.iou()).isEqualTo(2 / 4.0);
        assertThat(car.ceiling()).isEqualTo(1);
        assertThat(car.pValue()).isNaN();
        final ConceptRow tree = found.rows().get("set").get(1);
        assertThat(tree.iou()).isEqualTo(1 / 6.0);
        assertThat(tree.ceiling()).isEqualTo(3 / 4.0);
        // At 20 % the threshold is at rank 5.6 between 1 and 2: two pixels, both of cars.
        assertThat(car.bestIou()).isEqualTo(2 / 3.0);
        assertThat(car.bestQuantile()).isEqualTo(0.2);
        assertThat(found.scores().get(0).text(Score.LABEL)).contains("car");
        assertThat(found.scores().get(0).text(Score.LABEL_SET)).contains("set");
        assertThat(found.scores().get(0).text(Score.LABEL_CATEGORY)).contains("object");
        assertThat(found.scores().get(0).number(Score.IOU)).hasValue(0.5);
        assertThat(found.scores().get(0).number(Score.IOU_BEST)).hasValue(2 / 3.0);
        assertThat(found.scores().get(0).flag(Score.DETECTOR)).isTrue();
        assertThat(found.detectors()).containsExactly(new DetectorRow("layer", "object", 1, 1, 0.5));
    }

    @ParameterizedTest
    @EnumSource(Upsampling.class)
    void countingOnTheWayGivesWhatBruteForceGives(final Upsampling upsampling) throws Exception {
        final RandomCase some = RandomCase.of(5, 30, 1);
        final BruteForce brute = new BruteForce(some.layer(), upsampling);
        final List<ConceptRow> rows = dissect(some.layer(), settings(upsampling, 0.03, 0),
                new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set")))).rows().get("set");
        // The concept that no picture shows has no rows.
        assertThat(rows).hasSize(5 * 4);
        for (final ConceptRow row : rows) {
            final int concept = IntStream.range(0, 5).filter(i -> some.concepts().get(i).name().equals(row.concept())).findFirst().orElseThrow();
            final double threshold = brute.threshold(some.maps(), row.channel(), 0.03);
            assertThat(row.threshold()).isEqualTo(threshold);
            assertThat(row.iou()).as("%s", row).isCloseTo(brute.iou(some.maps(), some.labels(), row.channel(), threshold, (short) concept,
                    some.category(concept)), within(1e-6));
            double best = row.iou();
            for (final double share : TRIED) {
                best = Math.max(best, brute.iou(some.maps(), some.labels(), row.channel(), brute.threshold(some.maps(), row.channel(), share),
                        (short) concept, some.category(concept)));
            }
            assertThat(row.bestIou()).isCloseTo(best, within(1e-6));
        }
    }

    /** Every set is scored on its own pictures; thresholds come from all. Sets of the same pictures share their maps, which count once. */
    @Test
    void severalSetsShareThresholdsAndNothingElse() throws Exception {
        final RandomCase one = RandomCase.of(4, 20, 2);
        final RandomCase other = RandomCase.of(4, 12, 3);
        final List<float[]> all = new ArrayList<>(one.maps());
        all.addAll(other.maps());
        final LayerDissection found = dissect(one.layer(), settings(Upsampling.ANCHORED, 0.05, 0),
                new ConceptMaps(one.memoryMaps(), List.of(one.memoryConcepts("one"), one.memoryConcepts("same"))),
                new ConceptMaps(other.memoryMaps(), List.of(other.memoryConcepts("other"))));
        assertThat(found.rows().keySet()).containsExactly("one", "same", "other");
        assertThat(found.rows().get("same")).isEqualTo(found.rows().get("one"));
        final BruteForce brute = new BruteForce(one.layer(), Upsampling.ANCHORED);
        for (final ConceptRow row : found.rows().get("other")) {
            final short concept = (short) other.concepts().indexOf(new Concept(row.concept(), row.category()));
            final double threshold = brute.threshold(all, row.channel(), 0.05);
            assertThat(row.threshold()).isEqualTo(threshold);
            assertThat(row.iou()).isCloseTo(brute.iou(other.maps(), other.labels(), row.channel(), threshold, concept, other.category(concept)),
                    within(1e-6));
        }
        // Of equal labels the first set's counts; a best overlap is that of one of the sets.
        assertThat(found.scores()).noneMatch(scores -> scores.text(Score.LABEL_SET).orElse("").equals("same"));
    }

    @Test
    void aHistogramTakenWhileTheNetworkRanChangesNothing() throws Exception {
        final RandomCase some = RandomCase.of(3, 20, 4);
        final DissectionSettings settings = settings(Upsampling.ANCHORED, 0.05, 50);
        final List<ConceptMaps> maps = List.of(new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set"))));
        final ActivationHistogram histogram = new ActivationHistogram(some.layer(), settings);
        some.maps().forEach(map -> histogram.add(SparseMaps.of(some.layer().maps(), map)));
        final LayerDissection before = new Dissection(settings, 5).run(some.layer(), histogram, maps, Progress.NONE);
        assertThat(before).isEqualTo(new Dissection(settings, 5).run(some.layer(), maps, Progress.NONE));
    }

    @Test
    void anIncreasingTransformOfTheActivationsChangesNoOverlap() throws Exception {
        // At one position a pixel: between positions a transform that is not linear moves where the threshold is crossed.
        final RandomCase some = pixels(3, 40, 6);
        // A quantile of a whole rank, so that it is a value and goes along.
        final double share = 1 - 900.0 / (40 * 24 - 1);
        final List<float[]> transformed = new ArrayList<>();
        for (final float[] map : some.maps()) {
            final float[] values = map.clone();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (Math.exp(2.0 * values[i]) - 5);
            }
            transformed.add(values);
        }
        final List<ConceptRow> plain = dissect(some.layer(), settings(Upsampling.ANCHORED, share, 0),
                new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set")))).rows().get("set");
        final List<ConceptRow> other = dissect(some.layer(), settings(Upsampling.ANCHORED, share, 0),
                new ConceptMaps(new MemoryMaps(some.layer().maps(), transformed), List.of(some.memoryConcepts("set")))).rows().get("set");
        assertThat(other).usingRecursiveComparison().ignoringFields("threshold", "pValue").isEqualTo(plain);
        assertThat(plain).anyMatch(row -> row.iou() > 0);
    }

    /** A layer without maps says one number of a picture; where that is high, the whole picture is active. */
    @Test
    void classesOfPicturesAreConceptsOfALayerWithoutMaps() throws Exception {
        final ReceptiveField everything = new ReceptiveField(4, 0, 3);
        final DissectedLayer layer = new DissectedLayer("dense", Shape.vector(2), new Shape(3, 4, 4), everything, everything);
        final List<float[]> maps = new ArrayList<>();
        final List<PictureFile> pictures = new ArrayList<>();
        for (int picture = 0; picture < 40; picture++) {
            final String name = picture % 2 == 0 ? "river" : "road";
            maps.add(new float[] {picture % 2, picture % 4 == 0 ? 1 : 0});
            pictures.add(new PictureFile(picture + ".png", Path.of("none"), name));
        }
        final LayerDissection found = dissect(layer, settings(Upsampling.ANCHORED, 0.5, 500), new ConceptMaps(new MemoryMaps(layer.maps(), maps),
                List.of(new ClassPictures(new PictureFolder(pictures, List.of("river", "road")), layer.input()))));
        // Half of the values are 0, half are 1: the quantile lies between them.
        assertThat(found.scores().get(0).text(Score.LABEL)).contains("road");
        assertThat(found.scores().get(0).text(Score.LABEL_SET)).contains("classes");
        assertThat(found.scores().get(0).text(Score.LABEL_CATEGORY)).contains("scene");
        assertThat(found.scores().get(0).number(Score.IOU)).hasValue(1);
        assertThat(found.scores().get(0).number(Score.LABEL_P).orElseThrow()).isLessThan(0.01);
        assertThat(found.scores().get(1).text(Score.LABEL)).contains("river");
        assertThat(found.scores().get(1).number(Score.IOU)).hasValue(0.5);
        assertThat(found.scores().get(1).number(Score.IOU_CEILING)).hasValue(0.5);
    }

    @Test
    void countersOfTwoHalvesAddUpToTheWhole() throws Exception {
        final RandomCase some = RandomCase.of(3, 25, 7);
        final OverlapCounts whole = counts(some, 0, 25);
        final OverlapCounts halves = counts(some, 0, 11);
        halves.add(counts(some, 11, 25));
        for (int filter = 0; filter < 3; filter++) {
            for (int concept = 0; concept < 4; concept++) {
                assertThat(halves.concept(concept)).isEqualTo(whole.concept(concept)).isPositive();
                assertThat(halves.iou(filter, concept, 0)).isEqualTo(whole.iou(filter, concept, 0));
                assertThat(halves.ceiling(filter, concept, 0)).isEqualTo(whole.ceiling(filter, concept, 0));
            }
        }
    }

    private static OverlapCounts counts(final RandomCase some, final int from, final int to) {
        final SampleGrid grid = SampleGrid.of(some.layer(), Upsampling.ANCHORED, 11, 17);
        final ConceptCategories categories = new ConceptCategories(some.concepts());
        final OverlapCounts counts = new OverlapCounts(categories, 3, 1);
        final ActiveRegion region = new ActiveRegion(grid);
        final ChannelMap map = new ChannelMap(24);
        for (int picture = from; picture < to; picture++) {
            final PictureLabels labels = PictureLabels.of(grid.labels(some.labels().get(picture), 17, (short) 5), categories);
            counts.add(labels);
            for (int filter = 0; filter < 3; filter++) {
                map.take(SparseMaps.of(some.layer().maps(), some.maps().get(picture)), filter);
                region.find(map, 1.2);
                counts.add(labels, filter, region);
            }
        }
        return counts;
    }

    @Test
    void aConstantFilterIsNoDetector() throws Exception {
        final RandomCase some = RandomCase.of(1, 10, 8);
        some.maps().forEach(map -> Arrays.fill(map, 3));
        final LayerDissection found = dissect(some.layer(), settings(Upsampling.ANCHORED, 0.005, 20),
                new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set"))));
        assertThat(found.rows().get("set")).allMatch(row -> row.iou() == 0 && row.bestIou() == 0 && row.ceiling() == 0 && row.pValue() == 1);
        assertThat(found.scores().get(0).text(Score.LABEL)).isEmpty();
        assertThat(found.scores().get(0).text(Score.LABEL_P)).isEmpty();
        assertThat(found.scores().get(0).text(Score.DETECTOR)).contains("false");
        assertThat(found.detectors()).extracting(DetectorRow::detectors).containsOnly(0);
        assertThat(found.detectors()).extracting(DetectorRow::meanIou).containsOnly(Double.NaN);
    }

    /** The filter is the mask, in cells; active on as much as the concept covers. The rest is lost at the cells' edges. */
    @Test
    void aFilterThatIsTheMaskFindsIt() throws Exception {
        final RandomCase some = pixels(1, 40, 9);
        int covered = 0;
        for (int picture = 0; picture < 40; picture++) {
            for (int i = 0; i < 24; i++) {
                final boolean here = some.labels().get(picture)[i] == 0;
                some.maps().get(picture)[i] = here ? 5 : 0;
                covered += here ? 1 : 0;
            }
        }
        final LayerDissection found = dissect(some.layer(), settings(Upsampling.ANCHORED, covered / (40 * 24.0), 100),
                new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set"))));
        assertThat(found.scores().get(0).text(Score.LABEL)).contains("car");
        assertThat(found.scores().get(0).number(Score.IOU).orElseThrow()).isGreaterThanOrEqualTo(0.9);
        assertThat(found.scores().get(0).number(Score.IOU_CEILING).orElseThrow()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void filtersInAnotherOrderGiveTheSameHistogramOfDetectors() throws Exception {
        final RandomCase some = RandomCase.of(12, 40, 10);
        final List<Integer> order = new ArrayList<>(IntStream.range(0, 12).boxed().toList());
        Collections.shuffle(order, new Random(1));
        final List<float[]> rotated = some.maps().stream().map(map -> {
            final float[] values = new float[map.length];
            IntStream.range(0, 12).forEach(filter -> System.arraycopy(map, order.get(filter) * 24, values, filter * 24, 24));
            return values;
        }).toList();
        final LayerDissection plain = dissect(some.layer(), settings(Upsampling.ANCHORED, 0.1, 0),
                new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set"))));
        final LayerDissection other = dissect(some.layer(), settings(Upsampling.ANCHORED, 0.1, 0),
                new ConceptMaps(new MemoryMaps(some.layer().maps(), rotated), List.of(some.memoryConcepts("set"))));
        assertThat(other.detectors()).extracting(DetectorRow::category, DetectorRow::detectors, DetectorRow::unique)
                .isEqualTo(plain.detectors().stream().map(row -> tuple(row.category(), row.detectors(), row.unique()))
                        .toList());
        assertThat(plain.detectors()).anyMatch(row -> row.detectors() > 0);
        for (int filter = 0; filter < 12; filter++) {
            assertThat(other.scores().get(filter)).isEqualTo(plain.scores().get(order.get(filter)));
        }
    }

    @Test
    void itStopsWhenAsked() {
        final RandomCase some = RandomCase.of(2, 10, 11);
        final Progress cancelled = new Progress() {
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
        };
        assertThatThrownBy(() -> new Dissection(DissectionSettings.DEFAULT, 1).run(some.layer(),
                List.of(new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set")))), cancelled)).isInstanceOf(CancelledException.class);
    }

    @Test
    void theProgressToldIsTheProgressPromised() throws Exception {
        final RandomCase some = RandomCase.of(6, 30, 12);
        final List<ConceptMaps> maps = List.of(new ConceptMaps(some.memoryMaps(), List.of(some.memoryConcepts("set"))));
        final long[] steps = new long[1];
        final Progress progress = new Progress() {
            @Override
            public void begin(final String task, final long steps, final double share) {
            }

            @Override
            public void advance(final long more) {
                steps[0] += more;
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        final Dissection dissection = new Dissection(DissectionSettings.DEFAULT, 1);
        dissection.run(some.layer(), maps, progress);
        assertThat(steps[0]).isEqualTo(dissection.steps(some.layer(), maps, false)).isEqualTo(30 * 4 + 6);
    }

    /** The same concepts at one position a pixel. */
    private static RandomCase pixels(final int channels, final int pictures, final long seed) {
        final RandomCase some = RandomCase.of(channels, pictures, seed);
        final ReceptiveField pixel = new ReceptiveField(1, 0, 0);
        final DissectedLayer layer = new DissectedLayer("layer", some.layer().maps(), new Shape(3, 4, 6), pixel, pixel);
        final List<short[]> labels = some.labels().stream().map(large -> {
            final short[] small = new short[24];
            IntStream.range(0, 24).forEach(i -> small[i] = large[(i / 6 * 3 + 1) * 17 + i % 6 * 3 + 1]);
            return small;
        }).toList();
        return new RandomCase(layer, some.maps(), some.concepts(), labels);
    }

    private static DissectionSettings settings(final Upsampling upsampling, final double quantile, final int permutations) {
        return new DissectionSettings(Mode.CVPR2017, upsampling, quantile, 0.04, permutations);
    }

    private static LayerDissection dissect(final DissectedLayer layer, final DissectionSettings settings, final ConceptMaps... maps)
            throws Exception {
        return new Dissection(settings, 5).run(layer, List.of(maps), Progress.NONE);
    }
}
