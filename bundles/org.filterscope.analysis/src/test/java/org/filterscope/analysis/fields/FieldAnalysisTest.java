package org.filterscope.analysis.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.analytic.Scene.Placed;
import org.filterscope.analytic.Template;
import org.filterscope.core.configuration.FieldSettings;
import org.filterscope.core.configuration.FieldSettings.Method;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.ReceptiveFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FieldAnalysisTest {
    private static final FieldSettings PIXELWISE = new FieldSettings(Method.OCCLUSION, 5, 1, 1);
    private static final FieldSettings GRADIENT = new FieldSettings(Method.GRADIENT, 5, 0, 0);
    /** A cross with an arm that is missing, so that a mirrored or shifted map shows. */
    private static final float[] CROSS = {0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 1, 1, 2, -1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    /** What was found, and the map of each row. */
    private record Found(FieldAnalysis analysis, List<FieldSizeRow> rows, List<float[]> maps, List<Scores> scores) {
        boolean[] support(final int line) {
            final boolean[] support = new boolean[maps.get(line).length];
            for (int i = 0; i < support.length; i++) {
                support[i] = maps.get(line)[i] > 1e-4;
            }
            return support;
        }
    }

    private static Found measure(final Executor executor, final NetworkGraph graph, final String layer, final FieldSettings settings,
            final List<float[]> pictures, final List<List<FieldPeak>> peaks) throws Exception {
        try (NetworkSession session = executor.open(graph)) {
            final FieldAnalysis analysis = new FieldAnalysis(session, new ReceptiveFields(graph), layer, settings);
            final List<FieldSizeRow> rows = new ArrayList<>();
            final List<float[]> maps = new ArrayList<>();
            final AtomicLong steps = new AtomicLong();
            final List<Scores> scores = analysis.run(peaks, StoredMaps.inputs(pictures), progress(steps, false), (row, map) -> {
                rows.add(row);
                maps.add(map);
            });
            assertThat(steps.get()).isEqualTo(analysis.steps(peaks));
            maps.forEach(map -> assertThat(map).hasSize(analysis.rows() * analysis.cols()));
            return new Found(analysis, rows, maps, scores);
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void hidingSinglePixelsFindsTheKernelExactly(final Executor executor) throws Exception {
        final Found found = measure(executor, FieldNetworks.kernel(5, CROSS), "maps", PIXELWISE, pictures(2, 1),
                List.of(List.of(new FieldPeak(0, 10, 9), new FieldPeak(1, 4, 16))));
        final boolean[] kernel = new boolean[25];
        IntStream.range(0, 25).forEach(i -> kernel[i] = CROSS[i] != 0);
        assertThat(found.support(0)).isEqualTo(kernel);
        assertThat(found.analysis.rows()).isEqualTo(5);
    }

    /** Of a linear filter: |weight × (pixel − fill)|, normalised. */
    @ParameterizedTest
    @MethodSource("executors")
    void theChangeOfALinearFilterIsTheWeightTimesWhatWasHidden(final Executor executor) throws Exception {
        final float[] picture = pictures(1, 3).get(0);
        final Found found = measure(executor, FieldNetworks.kernel(5, CROSS), "maps", PIXELWISE, List.of(picture),
                List.of(List.of(new FieldPeak(0, 12, 8))));
        final double fill = IntStream.range(0, picture.length).mapToDouble(i -> picture[i]).average().orElseThrow();
        final double[] expected = IntStream.range(0, 25)
                .mapToDouble(i -> Math.abs(CROSS[i] * (picture[(10 + i / 5) * FieldNetworks.SIDE + 6 + i % 5] - fill))).toArray();
        final double most = IntStream.range(0, 25).mapToDouble(i -> expected[i]).max().orElseThrow();
        for (int i = 0; i < 25; i++) {
            assertThat((double) found.maps.get(0)[i]).isCloseTo(expected[i] / most, within(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void theGradientOfALinearFilterIsItsWeights(final Executor executor) throws Exception {
        final Found found = measure(executor, FieldNetworks.kernel(5, CROSS), "maps", GRADIENT, pictures(2, 1),
                List.of(List.of(new FieldPeak(0, 10, 9), new FieldPeak(1, 4, 16))));
        for (int i = 0; i < 25; i++) {
            assertThat((double) found.maps.get(0)[i]).isCloseTo(Math.abs(CROSS[i]) / 2, within(1e-6));
        }
        assertThat(found.rows.get(0).rows()).isEqualTo(4);
        assertThat(found.rows.get(0).cols()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void anEvenKernelOfEqualWeightsHasItsOwnSize(final Method method) throws Exception {
        final float[] picture = new float[FieldNetworks.SIDE * FieldNetworks.SIDE];
        // A chessboard: every pixel differs alike from the mean.
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (i / FieldNetworks.SIDE + i % FieldNetworks.SIDE) % 2;
        }
        final float[] weights = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        final Found found = measure(executors().get(1), FieldNetworks.kernel(4, weights), "maps", new FieldSettings(method, 1, 1, 1),
                List.of(picture), List.of(List.of(new FieldPeak(0, 10, 10))));
        assertThat(found.rows.get(0).size()).isCloseTo(4, within(1e-6));
        assertThat(found.rows.get(0).rows()).isEqualTo(4);
        assertThat(found.scores.get(0).number(Score.RF_MEASURED)).hasValue(found.rows.get(0).size());
        assertThat(found.analysis.rows()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void atTheBorderOnlyPicturesThatHaveAPixelCount(final Method method) throws Exception {
        final List<float[]> pictures = pictures(2, 1);
        final List<FieldPeak> inside = List.of(new FieldPeak(0, 10, 9));
        final List<FieldPeak> both = List.of(new FieldPeak(0, 10, 9), new FieldPeak(1, 0, 9));
        final FieldSettings settings = new FieldSettings(method, 5, 1, 1);
        final NetworkGraph graph = FieldNetworks.kernel(5, CROSS);
        final float[] one = measure(executors().get(1), graph, "maps", settings, pictures, List.of(inside)).maps.get(0);
        final float[] two = measure(executors().get(1), graph, "maps", settings, pictures, List.of(both)).maps.get(0);
        // Row 0 of the kernel lies above the second picture; it is told by the first alone and not diluted.
        assertThat(two[2]).isPositive();
        if (method == Method.GRADIENT) {
            assertThat(two).isEqualTo(one);
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void whatIsMeasuredLiesWithinTheTheoreticalField(final Method method) throws Exception {
        final NetworkGraph graph = FieldNetworks.deep(4);
        final ReceptiveField field = new ReceptiveFields(graph).vertical("maps");
        for (final Executor executor : executors()) {
            final Found found = measure(executor, graph, "maps", new FieldSettings(method, 5, 1, 1), pictures(4, 6), tops());
            assertThat(found.rows).hasSize(3);
            assertThat(found.analysis.rows()).isBetween((int) field.size(), (int) field.size() + 1);
            for (final FieldSizeRow row : found.rows) {
                assertThat((double) row.rows()).isLessThanOrEqualTo(field.size());
                assertThat(row.size()).isPositive();
                assertThat(row.pictures()).isEqualTo(2);
            }
        }
    }

    /** Without the bound: hiding pixels all over the picture changes the peak only inside the theoretical field. */
    @Test
    void pixelsOutsideTheTheoreticalFieldNeedNotBeHidden() throws Exception {
        final NetworkGraph graph = FieldNetworks.deep(4);
        final FieldFrame frame = new FieldFrame(new ReceptiveFields(graph), "maps", graph.shape("maps"), graph.input());
        final float[] picture = pictures(1, 6).get(0);
        final FieldPeak peak = new FieldPeak(0, 5, 6);
        try (NetworkSession session = executors().get(1).open(graph)) {
            final float whole = StoredMaps.of(session, "maps", List.of(picture)).values().get(0)[5 * 12 + 6];
            for (int i = 0; i < picture.length; i++) {
                final int row = i / FieldNetworks.SIDE;
                final int col = i % FieldNetworks.SIDE;
                if (row < frame.box(peak).top() || row >= frame.box(peak).bottom() || col < frame.box(peak).left()
                        || col >= frame.box(peak).right()) {
                    final float[] hidden = picture.clone();
                    hidden[i] = 0;
                    assertThat(StoredMaps.of(session, "maps", List.of(hidden)).values().get(0)[5 * 12 + 6]).isEqualTo(whole);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void executorsAgree(final Method method) throws Exception {
        final List<Found> found = new ArrayList<>();
        for (final Executor executor : executors()) {
            found.add(measure(executor, FieldNetworks.deep(4), "maps", new FieldSettings(method, 5, 3, 1), pictures(4, 6), tops()));
        }
        for (int line = 0; line < 3; line++) {
            for (int i = 0; i < found.get(0).maps.get(line).length; i++) {
                assertThat(found.get(1).maps.get(line)[i]).isCloseTo(found.get(0).maps.get(line)[i], within(1e-4f));
            }
        }
    }

    /** The picture moves by the layer's stride, far from the border; the mean colour stays. */
    @ParameterizedTest
    @EnumSource(Method.class)
    void aPictureThatMovesGivesTheSameField(final Method method) throws Exception {
        final Random random = new Random(8);
        final float[] picture = new float[FieldNetworks.SIDE * FieldNetworks.SIDE];
        final float[] moved = picture.clone();
        for (int row = 6; row < 16; row++) {
            for (int col = 6; col < 16; col++) {
                picture[row * FieldNetworks.SIDE + col] = (float) random.nextGaussian();
                moved[(row + 2) * FieldNetworks.SIDE + col - 4] = picture[row * FieldNetworks.SIDE + col];
            }
        }
        final NetworkGraph graph = FieldNetworks.deep(4);
        final FieldSettings settings = new FieldSettings(method, 5, 3, 1);
        final Found one = measure(executors().get(1), graph, "maps", settings, List.of(picture), everyChannel(new FieldPeak(0, 5, 5)));
        final Found other = measure(executors().get(1), graph, "maps", settings, List.of(moved), everyChannel(new FieldPeak(0, 6, 3)));
        for (int line = 0; line < 3; line++) {
            for (int i = 0; i < one.maps.get(line).length; i++) {
                assertThat(other.maps.get(line)[i]).isCloseTo(one.maps.get(line)[i], within(1e-4f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aMatchedFilterSeesItsTemplateGiveOrTakeTheOccluder(final Executor executor) throws Exception {
        final int occluder = 3;
        final AnalyticNetwork network = AnalyticNetwork.of(48, 4, 3, Mixer.IDENTITY, 7);
        final List<float[]> pictures = new ArrayList<>();
        final List<List<FieldPeak>> peaks = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            pictures.add(new Scene(48, List.of(new Placed(part, 20, 24 + part))).picture(network.templates()).values());
            peaks.add(List.of(new FieldPeak(part, AnalyticNetwork.position(20), AnalyticNetwork.position(24 + part))));
        }
        final Found found = measure(executor, network.graph(), "parts", new FieldSettings(Method.OCCLUSION, 5, occluder, 1), pictures, peaks);
        for (final FieldSizeRow row : found.rows) {
            assertThat(row.size()).isBetween((double) Template.SIDE - occluder, (double) Template.SIDE + occluder);
            assertThat(row.rows()).isBetween(Template.SIDE - occluder, Template.SIDE + occluder);
            assertThat(row.cols()).isBetween(Template.SIDE - occluder, Template.SIDE + occluder);
        }
        final Found quick = measure(executor, network.graph(), "parts", GRADIENT, pictures, peaks);
        for (int part = 0; part < 4; part++) {
            // All weights have the same size but the one in the middle, which is zero.
            for (int i = 0; i < Template.SIDE * Template.SIDE; i++) {
                assertThat(quick.maps.get(part)[i]).isCloseTo(i == Template.SIDE * Template.SIDE / 2 ? 0 : 1, within(1e-5f));
            }
        }
    }

    /** A 3 × 3 kernel between zeros in a field of 9 × 9. */
    @Test
    void whatTheFilterIgnoresIsNotMeasured() throws Exception {
        final float[] weights = new float[81];
        for (int row = 3; row < 6; row++) {
            for (int col = 3; col < 6; col++) {
                weights[row * 9 + col] = 1;
            }
        }
        final Found found = measure(executors().get(0), FieldNetworks.kernel(9, weights), "maps", PIXELWISE, pictures(1, 2),
                List.of(List.of(new FieldPeak(0, 12, 12))));
        assertThat(IntStream.range(0, 81).filter(i -> found.support(0)[i] != (weights[i] != 0))).isEmpty();
        assertThat(found.rows.get(0).rows()).isLessThanOrEqualTo(3);
    }

    @Test
    void aFilterWithoutPeaksHasNoField() throws Exception {
        final Found found = measure(executors().get(0), FieldNetworks.deep(4), "maps", PIXELWISE, pictures(1, 6),
                List.of(List.of(), List.of(new FieldPeak(0, 5, 5)), List.of()));
        assertThat(found.rows).extracting(FieldSizeRow::channel).containsExactly(1);
        assertThat(found.scores.get(0)).isEqualTo(Scores.NONE);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void aPeakThatNothingChangesHasAFieldOfSizeZero(final Method method) throws Exception {
        final Found found = measure(executors().get(0), FieldNetworks.kernel(3, new float[9]), "maps", new FieldSettings(method, 1, 1, 1),
                pictures(1, 6), List.of(List.of(new FieldPeak(0, 5, 5))));
        assertThat(found.rows.get(0).size()).isZero();
        assertThat(found.maps.get(0)).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void itStopsWhenAskedTo(final Method method) throws Exception {
        final NetworkGraph graph = FieldNetworks.deep(4);
        try (NetworkSession session = executors().get(0).open(graph)) {
            final FieldAnalysis analysis = new FieldAnalysis(session, new ReceptiveFields(graph), "maps", new FieldSettings(method, 5, 1, 1));
            assertThatThrownBy(() -> analysis.run(tops(), StoredMaps.inputs(pictures(4, 6)), progress(new AtomicLong(), true), (row, map) -> { }))
                    .isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void occludersReachEveryPixelWhenTheyOverlap() {
        final OccluderPlaces places = new OccluderPlaces(20, 5, 3);
        assertThat(IntStream.range(0, places.count()).map(places::from)).containsExactly(0, 3, 6, 9, 12, 15);
        assertThat(IntStream.range(0, 20).map(places::coverage)).doesNotContain(0);
        assertThat(new OccluderPlaces(10, 4, 4).count()).isEqualTo(3);
        assertThat(new OccluderPlaces(3, 9, 1).to(0)).isEqualTo(3);
    }

    private static List<List<FieldPeak>> tops() {
        return List.of(List.of(new FieldPeak(0, 5, 6), new FieldPeak(3, 0, 0)), List.of(new FieldPeak(3, 11, 4), new FieldPeak(1, 6, 6)),
                List.of(new FieldPeak(0, 5, 6), new FieldPeak(2, 7, 2)));
    }

    private static List<List<FieldPeak>> everyChannel(final FieldPeak peak) {
        return List.of(List.of(peak), List.of(peak), List.of(peak));
    }

    private static List<float[]> pictures(final int count, final long seed) {
        final Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> {
            final float[] values = new float[FieldNetworks.SIDE * FieldNetworks.SIDE];
            for (int v = 0; v < values.length; v++) {
                values[v] = (float) random.nextGaussian();
            }
            return values;
        }).toList();
    }

    private static Progress progress(final AtomicLong steps, final boolean cancelled) {
        return new Progress() {
            @Override
            public void begin(final String task, final long all, final double share) {
            }

            @Override
            public void advance(final long more) {
                steps.addAndGet(more);
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }
}
