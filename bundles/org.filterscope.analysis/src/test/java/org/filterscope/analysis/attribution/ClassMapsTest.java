package org.filterscope.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassMapsTest {
    private static final double ROUNDING = 1e-5;

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("executors")
    void theMeanOfAClassActivationMapAndTheBiasAreTheLogit(final Executor executor) {
        final NetworkGraph graph = SmallNetworks.pooled(1);
        final FeatureMaps picture = SmallNetworks.picture(SmallNetworks.INPUT, 2);
        final Dense head = (Dense) graph.node("4 dense").orElseThrow().operator();
        try (NetworkSession session = executor.open(graph)) {
            for (int label = 0; label < 3; label++) {
                final CoarseMap map = new ClassActivationMap("2 relu").map(session, picture, label, Progress.NONE);
                final double logit = new ClassPasses(session, label, Progress.NONE).score(picture.values(), ClassScore.LOGIT);
                assertThat(Arrays.stream(map.values()).average().orElseThrow() + head.bias().values()[label])
                        .isCloseTo(logit, within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aboveAMeanGradCamIsWhatIsPositiveOfTheClassActivationMapByPosition(final Executor executor) {
        final FeatureMaps picture = SmallNetworks.picture(SmallNetworks.INPUT, 2);
        try (NetworkSession session = executor.open(SmallNetworks.pooled(1))) {
            final double[] cam = new ClassActivationMap("2 relu").map(session, picture, 1, Progress.NONE).rectified().values();
            final double[] found = new GradCam("2 relu").map(session, picture, 1, Progress.NONE).rectified().values();
            assertThat(Arrays.stream(cam).max().orElseThrow()).isPositive();
            assertThat(found).containsExactly(Arrays.stream(cam).map(value -> value / 36).toArray(), within(ROUNDING));
        }
    }

    /** Each part gives one position of its filter's map a known value, so the map of a class is known position by position. */
    @ParameterizedTest
    @MethodSource("executors")
    void onAnAnalyticNetworkAClassActivationMapIsTheOneWrittenDown(final Executor executor) {
        final AnalyticNetwork network = AnalyticNetwork.of(40, 4, 3, Mixer.IDENTITY, 2);
        final Scene scene = Scene.random(40, 4, new Random(5));
        assertThat(scene.parts()).isNotEmpty();
        final double[] expected = new double[network.positions() * network.positions()];
        for (final Scene.Placed part : scene.parts()) {
            expected[AnalyticNetwork.position(part.row()) * network.positions() + AnalyticNetwork.position(part.col())] += network.head()[2][part
                    .part()] * AnalyticNetwork.PEAK;
        }
        try (NetworkSession session = executor.open(network.graph())) {
            assertThat(new ClassActivationMap("mixed").map(session, scene.picture(network.templates()), 2, Progress.NONE).values())
                    .containsExactly(expected, within(1e-4));
        }
    }

    /** A = (1, 2, 0, 1), gradients w / 4: Σ A = 4, weights 4 · (w / 4) / (2 + w) for w > 0 and 0 else. */
    @ParameterizedTest
    @MethodSource("executors")
    void gradCamPlusPlusWeightsAreThosePublished(final Executor executor) {
        final FeatureMaps maps = new FeatureMaps(1, new Shape(2, 2, 2), new float[] {1, 2, 0, 1, 1, 1, 1, 1});
        final NetworkGraph graph = SmallNetworks.graph(new Input(maps.shape()),
                new GlobalPooling(Reduction.AVERAGE),
                new Dense(new Tensor(List.of(1, 2), new float[] {2, -3}),
                        Tensor.vector(0)));
        try (NetworkSession session = executor.open(graph)) {
            assertThat(new GradCamPlusPlus("0 input").explain(session, maps, 0, Progress.NONE).values()).containsExactly(0.5f, 1, 0, 0.5f);
            assertThat(new GradCam("0 input").map(session, maps, 0, Progress.NONE).values()).containsExactly(0.5 - 0.75, 1 - 0.75, -0.75,
                    0.5 - 0.75);
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void guidedGradCamIsTheProductOfBoth(final Executor executor) {
        final FeatureMaps picture = SmallNetworks.picture(SmallNetworks.INPUT, 2);
        try (NetworkSession session = executor.open(SmallNetworks.deep(1))) {
            final float[] where = new GradCam("4 relu").explain(session, picture, 1, Progress.NONE).values();
            final float[] lines = PixelGradient.guided().explain(session, picture, 1, Progress.NONE).values();
            final double[] product = new double[lines.length];
            Arrays.setAll(product, i -> where[i] * lines[i]);
            assertThat(Arrays.stream(product).max().orElseThrow()).isPositive();
            assertThat(Doubles.of(new GuidedGradCam("4 relu").explain(session, picture, 1, Progress.NONE).values())).containsExactly(product,
                    within(ROUNDING));
        }
    }

    @Test
    void aMapIsStretchedFromEdgeToEdge() {
        final HeatMap heat = new CoarseMap(1, 2, new double[] {0, 4}).heat(new Shape(3, 2, 4), HeatSign.SIGNED,
                new PassCount(0, 0));
        assertThat(heat.values()).containsExactly(0, 1, 3, 4, 0, 1, 3, 4);
    }

    @Test
    void whereTheHeadIsNotAMeanTheReasonIsGiven() throws Exception {
        assertThat(new ClassActivationMap("2 relu").obstacle(SmallNetworks.pooled(1))).isEmpty();
        assertThat(new ClassActivationMap("1 convolution").obstacle(SmallNetworks.pooled(1))).contains("above layer '1 convolution' a class "
                + "activation map needs the mean over all positions and only affine layers, layer '2 relu' (relu) is neither");
        assertThat(new ClassActivationMap("0 input").obstacle(SmallNetworks.linear(1)).orElseThrow())
                .endsWith("layer '1 flatten' (flatten) is neither");
        assertThat(new GradCam("4 dense").obstacle(SmallNetworks.pooled(1))).contains("layer '4 dense' has no maps, only one value a channel");
        try (NetworkSession session = executors().get(1).open(SmallNetworks.deep(1))) {
            assertThatThrownBy(() -> new ClassActivationMap("2 relu").explain(session, SmallNetworks.picture(SmallNetworks.INPUT, 1), 0,
                    Progress.NONE)).isInstanceOf(IllegalStateException.class).hasMessageContaining("'3 convolution' (convolution)");
        }
    }
}
