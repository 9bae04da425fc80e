package org.filterscope.analysis.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

import org.filterscope.analysis.ablation.AblationTally.Value;
import org.filterscope.analysis.classes.AffineHead;
import org.filterscope.analysis.classes.ClassHead;
import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.analysis.classes.Networks;
import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AblationAnalysisTest {
    private static final int PICTURES = 60;
    private static final PictureInputs UNREAD = (picture, values, start) -> {
        throw new AssertionError("the pictures were read");
    };
    private final List<String> labels = List.of("a", "b", "c", "d");

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("executors")
    void ablationFromWeightsIsThatOfTheWholeNetwork(final Executor executor) throws Exception {
        asTheWholeNetwork(executor, Networks::affine, UNREAD);
    }

    @ParameterizedTest
    @MethodSource("executors")
    void ablationFromTheLayersAboveIsThatOfTheWholeNetwork(final Executor executor) throws Exception {
        asTheWholeNetwork(executor, Networks::rectified, UNREAD);
    }

    @ParameterizedTest
    @MethodSource("executors")
    void ablationBesideAShortcutIsThatOfTheWholeNetwork(final Executor executor) throws Exception {
        asTheWholeNetwork(executor, Networks::residual, StoredMaps.inputs(Networks.pictures(PICTURES, 2)));
    }

    private void asTheWholeNetwork(final Executor executor, final LongFunction<NetworkGraph> networks, final PictureInputs inputs)
            throws Exception {
        boolean changed = false;
        for (int seed = 0; seed < 4; seed++) {
            changed |= asTheWholeNetwork(executor, networks.apply(seed), inputs);
        }
        assertThat(changed).isTrue();
    }

    /** The classes are the network's own predictions for four in five pictures, so that there is something to lose. */
    private boolean asTheWholeNetwork(final Executor executor, final NetworkGraph graph, final PictureInputs inputs) throws Exception {
        final List<float[]> pictures = Networks.pictures(PICTURES, 2);
        try (NetworkSession session = executor.open(graph)) {
            final int[] before = predictions(session, pictures, List.of());
            final int[] truths = IntStream.range(0, PICTURES).map(i -> i % 5 == 0 ? i / 5 % 4 : before[i]).toArray();
            final StoredMaps maps = StoredMaps.of(session, "maps", pictures);
            final Ablations found = new AblationAnalysis(session, new ClassHead(graph, "maps", labels, new PictureClasses(labels, truths)), maps,
                    PICTURES, 1).run(inputs, Progress.NONE);
            boolean changed = false;
            for (int channel = 0; channel < maps.shape().channels(); channel++) {
                final int[] zero = predictions(session, pictures, List.of(Edit.channel(graph, "maps", channel, 0)));
                final int[] mean = predictions(session, pictures, List.of(Edit.channel(graph, "maps", channel, mean(maps, channel))));
                for (int c = 0; c < 4; c++) {
                    final double accuracy = accuracy(before, truths, c);
                    final double balanced = balanced(before, truths, c);
                    assertThat(found.accuracy()[c]).isCloseTo(accuracy, within(1e-12));
                    assertThat(found.zero()[channel][c]).isCloseTo(accuracy(zero, truths, c) - accuracy, within(1e-12));
                    assertThat(found.mean()[channel][c]).isCloseTo(accuracy(mean, truths, c) - accuracy, within(1e-12));
                    assertThat(found.balancedZero()[channel][c]).isCloseTo(balanced(zero, truths, c) - balanced, within(1e-12));
                    assertThat(found.balancedMean()[channel][c]).isCloseTo(balanced(mean, truths, c) - balanced, within(1e-12));
                    changed |= found.zero()[channel][c] != 0;
                }
            }
            return changed;
        }
    }

    private static float mean(final StoredMaps maps, final int channel) {
        final int positions = maps.shape().rows() * maps.shape().cols();
        double sum = 0;
        for (final float[] values : maps.values()) {
            for (int i = 0; i < positions; i++) {
                sum += values[channel * positions + i];
            }
        }
        return (float) (sum / positions / maps.pictures());
    }

    private static int[] predictions(final NetworkSession session, final List<float[]> pictures, final List<Edit> edits) {
        final int length = pictures.get(0).length;
        final float[] values = new float[pictures.size() * length];
        for (int i = 0; i < pictures.size(); i++) {
            System.arraycopy(pictures.get(i), 0, values, i * length, length);
        }
        Pass pass = Pass.of(session.graph(), new FeatureMaps(pictures.size(), session.graph().input(), values));
        for (final Edit edit : edits) {
            pass = pass.with(edit);
        }
        final FeatureMaps logits = session.run(pass, Set.of("logits")).get("logits");
        return IntStream.range(0, pictures.size()).map(image -> Prediction.of(logits, image)).toArray();
    }

    private static double accuracy(final int[] predictions, final int[] truths, final int c) {
        return IntStream.range(0, truths.length).filter(i -> truths[i] == c).mapToDouble(i -> predictions[i] == c ? 1 : 0).average().orElseThrow();
    }

    private static double balanced(final int[] predictions, final int[] truths, final int c) {
        final double rejected = IntStream.range(0, truths.length).filter(i -> truths[i] != c).mapToDouble(i -> predictions[i] == c ? 0 : 1)
                .average().orElseThrow();
        return (accuracy(predictions, truths, c) + rejected) / 2;
    }

    @ParameterizedTest
    @EnumSource(Mixer.class)
    void logitsWithoutAFilterAreThoseWrittenDown(final Mixer mixer) throws Exception {
        final AnalyticNetwork network = AnalyticNetwork.of(48, 6, 3, mixer, 4);
        final Scene scene = Scene.random(48, 6, new Random(9));
        for (final Executor executor : executors()) {
            try (NetworkSession session = executor.open(network.graph())) {
                final StoredMaps maps = StoredMaps.of(session, "mixed", List.of(scene.picture(network.templates()).values()));
                final AffineHead head = AffineHead.of(session, new LayersAbove(network.graph(), "mixed"), new int[] {0, 1, 2}, Progress.NONE);
                final int positions = network.positions() * network.positions();
                for (int filter = 0; filter < network.mixing().length; filter++) {
                    for (int label = 0; label < 3; label++) {
                        assertThat(head.contribution(label, filter, maps.values().get(0), filter * positions))
                                .isCloseTo(network.contribution(scene, filter, label), within(1e-6));
                        assertThat(head.weight(label, filter)).isCloseTo(network.head()[label][filter], within(1e-5));
                    }
                }
            }
        }
    }

    /** The way through the layers above does not know that they are affine; the outcome must be the same for every picture and filter. */
    @Test
    void predictionsFromWeightsAreThoseOfTheLayersAbove() throws Exception {
        final NetworkGraph graph = Networks.affine(5);
        for (final Executor executor : executors()) {
            try (NetworkSession session = executor.open(graph)) {
                final List<float[]> pictures = Networks.pictures(PICTURES, 8);
                final StoredMaps maps = StoredMaps.of(session, "maps", pictures);
                final float[] all = new float[(int) (PICTURES * maps.shape().size())];
                for (int i = 0; i < PICTURES; i++) {
                    System.arraycopy(maps.values().get(i), 0, all, (int) (i * maps.shape().size()), (int) maps.shape().size());
                }
                final FeatureMaps given = new FeatureMaps(PICTURES, maps.shape(), all);
                final FeatureMaps base = session.run(Pass.from("maps", given), Set.of("logits")).get("logits");
                final float[] means = {0.5f, 1, 1.5f, 2, 0.25f};
                final LayersAbove above = new LayersAbove(graph, "maps");
                assertThat(predictions(new WeightedLogits("maps", AffineHead.of(session, above, new int[] {0, 1, 2, 3}, Progress.NONE), means),
                        given, base)).isEqualTo(predictions(new ComputedLogits(session, "maps", atLayer(graph), means, 7), given, base));
            }
        }
    }

    private static AblatedStart atLayer(final NetworkGraph graph) {
        return new StartAtLayer(new LayersAbove(graph, "maps"), graph.shape("maps"));
    }

    /** Strides, dilation, padding that differs from side to side, a kernel that is no square. Values up to some hundred in float32. */
    @Test
    void aConvolutionChangesByTheConvolutionOfWhatWasChanged() throws Exception {
        for (int seed = 0; seed < 8; seed++) {
            final NetworkGraph graph = Networks.windowed(seed);
            final AblatedStart start = StartAboveConvolution.of(graph, new LayersAbove(graph, "maps")).orElseThrow();
            assertThat(start.above().layer()).isEqualTo("convolved");
            try (NetworkSession session = executors().get(1).open(graph)) {
                final List<float[]> pictures = Networks.pictures(2, seed);
                final float[] maps = StoredMaps.of(session, "maps", pictures).values().get(1);
                final float[] unchanged = StoredMaps.of(session, "convolved", pictures).values().get(1);
                final float[] found = new float[unchanged.length];
                start.write(maps, unchanged, 0, 3, 0.75f, found, 0);
                final float[] expected = session.run(Pass.from("maps", new FeatureMaps(1, graph.shape("maps"), maps))
                        .with(Edit.channel(graph, "maps", 3, 0.75f)), Set.of("convolved")).get("convolved").values();
                assertThat(found).containsExactly(expected, within(1e-3f));
            }
        }
    }

    @Test
    void computingBeginsAtTheLayerWhereNotOneConvolutionAloneListens() {
        assertThat(StartAboveConvolution.of(Networks.rectified(1), new LayersAbove(Networks.rectified(1), "maps"))).isPresent();
        assertThat(StartAboveConvolution.of(Networks.residual(1), new LayersAbove(Networks.residual(1), "maps"))).isEmpty();
        assertThat(StartAboveConvolution.of(Networks.residual(1), new LayersAbove(Networks.residual(1), "stem/relu"))).isEmpty();
        assertThat(StartAboveConvolution.of(Networks.rectified(1), new LayersAbove(Networks.rectified(1), "convolved"))).isEmpty();
    }

    /** By image, channel and value; what is not told has not changed. */
    private static int[][][] predictions(final AblatedLogits logits, final FeatureMaps given, final FeatureMaps base) {
        final int[][][] found = new int[base.images()][5][2];
        for (int image = 0; image < found.length; image++) {
            for (final int[] values : found[image]) {
                Arrays.fill(values, Prediction.of(base, image));
            }
        }
        logits.predict(Map.of("maps", given), base, (image, channel, value, output) -> found[image][channel][value.ordinal()] = output,
                Progress.NONE);
        return found;
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aFilterThatNobodyListensToChangesNothing(final Executor executor) throws Exception {
        try (NetworkSession session = executor.open(Networks.deafTo(2, 3))) {
            final Ablations found = analysis(session).run(UNREAD, Progress.NONE);
            assertThat(found.zero()[2]).containsOnly(0);
            assertThat(found.mean()[2]).containsOnly(0);
            assertThat(found.scores().get(2)).isEqualTo(Scores.NONE.with(Score.ABLATION, 0.0));
            assertThat(found.zero()[1]).isNotEqualTo(new double[4]);
        }
    }

    @Test
    void ablatingWhatIsSilentIsNotComputed() throws Exception {
        try (NetworkSession session = executors().get(0).open(Networks.rectified(3))) {
            final float[] silent = new float[(int) session.graph().shape("maps").size()];
            final FeatureMaps given = new FeatureMaps(1, session.graph().shape("maps"), silent);
            final FeatureMaps base = session.run(Pass.from("maps", given), Set.of("logits")).get("logits");
            final AtomicLong steps = new AtomicLong();
            new ComputedLogits(session, "maps", atLayer(session.graph()), new float[5], 4).predict(Map.of("maps", given), base,
                    (image, channel, value, output) -> fail("channel %d was computed", channel), progress(steps, false));
            assertThat(steps.get()).isEqualTo(10);
        }
    }

    @Test
    void theClassThatLosesMostIsNamed() {
        final double[][] zero = {{-0.25, -0.5, Double.NaN}, {0.5, 0, Double.NaN}};
        final Ablations found = new Ablations(List.of("a", "b", "c"), new double[3], zero, zero, zero, zero, 4);
        assertThat(found.scores()).containsExactly(Scores.NONE.with(Score.ABLATION_CLASS, "b").with(Score.ABLATION, -0.5),
                Scores.NONE.with(Score.ABLATION, 0.0));
        assertThat(found.into(List.of(new ClassRow(1, "a", 3)))).containsExactly(new ClassRow(1, "a", 3).withAblation(0.5, 0.5, 0.5, 0.5));
    }

    @Test
    void aTallyCountsLossesGainsAndFalseAlarms() throws Exception {
        final ClassHead head = new ClassHead(Networks.affine(1), "maps", labels, new PictureClasses(List.of("a", "b"), new int[] {0, 0, 1, 1}));
        final AblationTally tally = new AblationTally(head, 1, new int[] {0, 1, 2, 3});
        tally.ablated(0, Value.ZERO, 0, 0, 1);
        tally.ablated(0, Value.ZERO, 0, 0, 0);
        tally.ablated(0, Value.ZERO, 1, 3, 1);
        tally.ablated(0, Value.ZERO, 1, 1, 3);
        assertThat(tally.accuracies(Value.ZERO)[0]).containsExactly(-0.5, 0);
        assertThat(tally.balanced(Value.ZERO)[0]).containsExactly(-0.25, -0.25);
        assertThat(tally.accuracies(Value.MEAN)[0]).containsExactly(0, 0);
    }

    @Test
    void progressIsWhatWasPromised() throws Exception {
        for (final NetworkGraph graph : List.of(Networks.affine(1), Networks.rectified(1))) {
            try (NetworkSession session = executors().get(0).open(graph)) {
                final AtomicLong steps = new AtomicLong();
                final AblationAnalysis analysis = analysis(session);
                analysis.run(UNREAD, progress(steps, false));
                assertThat(steps.get()).isEqualTo(analysis.steps());
            }
        }
    }

    @Test
    void itStopsWhenAskedTo() throws Exception {
        try (NetworkSession session = executors().get(0).open(Networks.rectified(1))) {
            final AblationAnalysis analysis = analysis(session);
            assertThatThrownBy(() -> analysis.run(UNREAD, progress(new AtomicLong(), true))).isInstanceOf(CancelledException.class);
        }
    }

    @Test
    void withoutClassesThatTheNetworkKnowsItSaysWhy() throws Exception {
        try (NetworkSession session = executors().get(0).open(Networks.rectified(1))) {
            final StoredMaps maps = StoredMaps.of(session, "maps", Networks.pictures(1, 1));
            final AblationAnalysis analysis = new AblationAnalysis(session,
                    new ClassHead(session.graph(), "maps", labels, new PictureClasses(List.of("x"), new int[] {0})), maps, 9, 1);
            assertThat(analysis.obstacle()).hasValueSatisfying(reason -> assertThat(reason).contains("(x)"));
            assertThatThrownBy(() -> analysis.run(UNREAD, Progress.NONE)).isInstanceOf(IllegalStateException.class);
        }
    }

    private AblationAnalysis analysis(final NetworkSession session) {
        final PictureClasses classes = new PictureClasses(labels, IntStream.range(0, PICTURES).map(i -> i % 4).toArray());
        return new AblationAnalysis(session, new ClassHead(session.graph(), "maps", labels, classes),
                StoredMaps.of(session, "maps", Networks.pictures(PICTURES, 1)), 20, 1);
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
