package org.filterscope.analysis.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.ClassHead;
import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.Networks;
import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContributionAnalysisTest {
    private static final int PICTURES = 24;
    private static final PictureInputs UNREAD = (picture, values, start) -> {
        throw new AssertionError("the pictures were read");
    };
    private final List<String> labels = List.of("a", "b", "c", "d");
    private final PictureClasses classes = new PictureClasses(List.of("d", "b", "nothing"),
            IntStream.range(0, PICTURES).map(i -> i % 4 - 1).toArray());

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    /** Float32 sums of some hundred values of size 1 to 10. */
    @ParameterizedTest
    @MethodSource("executors")
    void whereLayersAboveAreAffineContributionsAndRemainderAreTheLogit(final Executor executor) throws Exception {
        final List<float[]> pictures = Networks.pictures(PICTURES, 1);
        try (NetworkSession session = executor.open(Networks.affine(2))) {
            final StoredMaps maps = StoredMaps.of(session, "maps", pictures);
            final Contributions found = analysis(session, maps).run(UNREAD, Progress.NONE);
            assertThat(found.exact()).isTrue();
            final float[] nothing = session.run(Pass.from("maps", new FeatureMaps(1, maps.shape(), new float[(int) maps.shape().size()])),
                    Set.of("logits")).get("logits").values();
            for (int c = 0; c < 2; c++) {
                final int output = labels.indexOf(classes.names().get(c));
                final int one = c;
                final double logit = IntStream.range(0, PICTURES).filter(i -> classes.indices()[i] == one)
                        .mapToDouble(i -> session.forward(new FeatureMaps(1, Networks.INPUT, pictures.get(i)), Set.of("logits")).get("logits")
                                .values()[output]).average().orElseThrow();
                final double sum = IntStream.range(0, maps.shape().channels()).mapToDouble(channel -> found.means()[channel][one]).sum();
                assertThat(sum + nothing[output]).isCloseTo(logit, within(1e-5 * Math.max(1, Math.abs(logit))));
            }
            assertThat(found.means()[0][2]).isNaN();
        }
    }

    @ParameterizedTest
    @EnumSource(Mixer.class)
    void contributionsAreThoseWrittenDown(final Mixer mixer) throws Exception {
        final AnalyticNetwork network = AnalyticNetwork.of(48, 6, 3, mixer, 2);
        final Random random = new Random(3);
        final List<Scene> scenes = IntStream.range(0, 12).mapToObj(i -> Scene.random(48, 6, random)).toList();
        final List<float[]> pictures = scenes.stream().map(scene -> scene.picture(network.templates()).values()).toList();
        final PictureClasses known = new PictureClasses(List.of("2", "0", "1"), IntStream.range(0, 12).map(i -> i % 3).toArray());
        for (final Executor executor : executors()) {
            try (NetworkSession session = executor.open(network.graph())) {
                final ClassHead head = new ClassHead(network.graph(), "mixed", List.of("0", "1", "2"), known);
                final Contributions found = new ContributionAnalysis(session, head, StoredMaps.of(session, "mixed", pictures), 1, 1)
                        .run(UNREAD, Progress.NONE);
                for (int filter = 0; filter < network.mixing().length; filter++) {
                    for (int c = 0; c < 3; c++) {
                        final int one = c;
                        final int of = filter;
                        final double expected = IntStream.range(0, 12).filter(i -> i % 3 == one)
                                .mapToDouble(i -> network.contribution(scenes.get(i), of, head.output(one))).average().orElseThrow();
                        assertThat(found.means()[filter][c]).isCloseTo(expected, within(1e-6));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void otherwiseTheyAreGradientTimesActivation(final Executor executor) throws Exception {
        gradientTimesActivation(executor, Networks.rectified(2), UNREAD);
    }

    @ParameterizedTest
    @MethodSource("executors")
    void whatGoesPastTheLayerIsComputedFromThePictures(final Executor executor) throws Exception {
        gradientTimesActivation(executor, Networks.residual(2), StoredMaps.inputs(Networks.pictures(PICTURES, 1)));
    }

    private void gradientTimesActivation(final Executor executor, final NetworkGraph graph, final PictureInputs inputs) throws Exception {
        final List<float[]> pictures = Networks.pictures(PICTURES, 1);
        try (NetworkSession session = executor.open(graph)) {
            final Contributions found = analysis(session, StoredMaps.of(session, "maps", pictures)).run(inputs, Progress.NONE);
            assertThat(found.exact()).isFalse();
            assertThat(found.pictures()).isEqualTo(12);
            final double[][] expected = new double[5][2];
            for (int i = 0; i < PICTURES; i++) {
                final int c = classes.indices()[i];
                if (c == 0 || c == 1) {
                    final var gradients = session.gradients(Pass.of(graph, new FeatureMaps(1, Networks.INPUT, pictures.get(i))),
                            Target.logit(graph, labels.indexOf(classes.names().get(c))), Set.of("maps"), ReluRule.GRADIENT);
                    for (int v = 0; v < gradients.value("maps").values().length; v++) {
                        expected[v / 49][c] += (double) gradients.value("maps").values()[v] * gradients.gradient("maps").values()[v] / 6;
                    }
                }
            }
            for (int channel = 0; channel < 5; channel++) {
                for (int c = 0; c < 2; c++) {
                    assertThat(found.means()[channel][c]).isCloseTo(expected[channel][c], within(1e-4));
                }
            }
        }
    }

    @Test
    void aFilterContributesToTheClassWhoseLogitItRaisesMost() {
        final Contributions found = new Contributions(List.of("a", "b", "c"),
                new double[][] {{1, 2, Double.NaN}, {-1, -2, Double.NaN}, {Double.NaN, 0, 3}}, true, 9);
        assertThat(found.scores()).containsExactly(Scores.NONE.with(Score.CONTRIBUTES_TO, "b").with(Score.CONTRIBUTION, 2.0), Scores.NONE,
                Scores.NONE.with(Score.CONTRIBUTES_TO, "c").with(Score.CONTRIBUTION, 3.0));
    }

    @Test
    void progressIsWhatWasPromised() throws Exception {
        for (final NetworkGraph graph : List.of(Networks.affine(1), Networks.rectified(1))) {
            final List<Long> steps = new ArrayList<>();
            try (NetworkSession session = executors().get(0).open(graph)) {
                final ContributionAnalysis analysis = analysis(session, StoredMaps.of(session, "maps", Networks.pictures(PICTURES, 1)));
                analysis.run(UNREAD, new Counting(steps));
                assertThat(steps.stream().mapToLong(Long::longValue).sum()).isEqualTo(analysis.steps());
            }
        }
    }

    private record Counting(List<Long> steps) implements Progress {
        @Override
        public void begin(final String task, final long all, final double share) {
        }

        @Override
        public void advance(final long more) {
            steps.add(more);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private ContributionAnalysis analysis(final NetworkSession session, final StoredMaps maps) {
        return new ContributionAnalysis(session, new ClassHead(session.graph(), "maps", labels, classes), maps, PICTURES, 1);
    }
}
