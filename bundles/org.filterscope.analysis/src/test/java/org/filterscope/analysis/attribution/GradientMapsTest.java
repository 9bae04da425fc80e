package org.filterscope.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientMapsTest {
    /** Float32 sums of some products of size one. */
    private static final double ROUNDING = 1e-5;
    private static final int PIXELS = 64;

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("executors")
    void onALinearNetworkAllThatShowGradientsShowTheWeights(final Executor executor) {
        final NetworkGraph graph = SmallNetworks.linear(1);
        final float[] weights = SmallNetworks.weights(graph, 1);
        final double[] largest = IntStream.range(0, PIXELS).mapToDouble(pixel -> IntStream.range(0, 3)
                .mapToDouble(colour -> Math.abs(weights[colour * PIXELS + pixel])).max().orElseThrow()).toArray();
        try (NetworkSession session = executor.open(graph)) {
            for (final HeatMapMethod method : List.of(PixelGradient.saliency(), PixelGradient.guided(), PixelGradient.deconvolution(),
                    new SmoothGrad(1))) {
                final HeatMap heat = explain(method, session, 2, 1);
                assertThat(heat.sign()).isEqualTo(HeatSign.MAGNITUDE);
                assertThat(Doubles.of(heat.values())).as(method.name()).containsExactly(largest, within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void onALinearNetworkWhatAddsUpIsWeightTimesPixel(final Executor executor) {
        final NetworkGraph graph = SmallNetworks.linear(1);
        final float[] weights = SmallNetworks.weights(graph, 1);
        final float[] picture = SmallNetworks.picture(SmallNetworks.INPUT, 2).values();
        final double[] products = IntStream.range(0, PIXELS).mapToDouble(pixel -> IntStream.range(0, 3)
                .mapToDouble(colour -> (double) weights[colour * PIXELS + pixel] * picture[colour * PIXELS + pixel]).sum()).toArray();
        try (NetworkSession session = executor.open(graph)) {
            for (final HeatMapMethod method : List.of(new GradientTimesInput(), new IntegratedGradients(7, Replacement.constant(0)))) {
                final HeatMap heat = explain(method, session, 2, 1);
                assertThat(heat.sign()).isEqualTo(HeatSign.SIGNED);
                assertThat(Doubles.of(heat.values())).as(method.name()).containsExactly(products, within(ROUNDING));
            }
        }
    }

    /** At (2, 1) both filters are on, 1 and 3: logit 2 (x₀ − x₁) − 3 (x₀ + x₁) = −x₀ − 5 x₁. */
    @ParameterizedTest
    @MethodSource("executors")
    void throughOneRectifierTheThreeRulesDifferAsWrittenDown(final Executor executor) {
        final FeatureMaps both = new FeatureMaps(1, new Shape(1, 1, 2), new float[] {2, 1});
        final FeatureMaps none = new FeatureMaps(1, new Shape(1, 1, 2), new float[] {-2, 1});
        try (NetworkSession session = executor.open(SmallNetworks.rectified())) {
            assertThat(byColour(PixelGradient.saliency(), session, both)).containsExactly(-1, -5);
            // The second filter's gradient is −3: it does not pass.
            assertThat(byColour(PixelGradient.guided(), session, both)).containsExactly(2, -2);
            assertThat(byColour(PixelGradient.deconvolution(), session, both)).containsExactly(2, -2);
            // Both filters are off: only the deconvolution does not look.
            assertThat(byColour(PixelGradient.saliency(), session, none)).containsExactly(0, 0);
            assertThat(byColour(PixelGradient.guided(), session, none)).containsExactly(0, 0);
            assertThat(byColour(PixelGradient.deconvolution(), session, none)).containsExactly(2, -2);
        }
    }

    private static float[] byColour(final PixelGradient method, final NetworkSession session, final FeatureMaps picture) {
        return method.byColour(session, picture, 0, Progress.NONE).values();
    }

    /** Midpoints of 200 steps; the way crosses a few rectifiers, each of which costs at most one step. */
    @ParameterizedTest
    @MethodSource("executors")
    void integratedGradientsSumUpToTheLogitsDifference(final Executor executor) {
        try (NetworkSession session = executor.open(SmallNetworks.deep(3))) {
            for (int label = 0; label < 3; label++) {
                final FeatureMaps picture = SmallNetworks.picture(SmallNetworks.INPUT, label);
                final HeatMap heat = new IntegratedGradients(200, Replacement.meanColour()).explain(session, picture, label, Progress.NONE);
                final Completeness completeness = heat.completeness().orElseThrow();
                final double there = logit(session, picture.values(), label);
                final double baseline = logit(session, Replacement.meanColour().of(picture), label);
                assertThat(completeness.difference()).isCloseTo(there - baseline, within(ROUNDING));
                assertThat(completeness.attributed()).isCloseTo(IntStream.range(0, PIXELS).mapToDouble(i -> heat.values()[i]).sum(),
                        within(ROUNDING));
                assertThat(completeness.error()).isLessThan(0.01);
            }
        }
    }

    private static double logit(final NetworkSession session, final float[] picture, final int label) {
        return new ClassPasses(session, label, Progress.NONE).score(picture, ClassScore.LOGIT);
    }

    @Test
    void aFewStepsAreReportedAsIncomplete() throws Exception {
        try (NetworkSession session = executors().get(0).open(SmallNetworks.rectified())) {
            final FeatureMaps picture = new FeatureMaps(1, new Shape(1, 1, 2), new float[] {2, 1});
            // From (-1, -1) to (2, 1) at 1/2 both are on: gradient (−1, −5), way (3, 2).
            final HeatMap heat = new IntegratedGradients(1, Replacement.constant(-1)).explain(session, picture, 0, Progress.NONE);
            assertThat(heat.values()).containsExactly(-3, -10);
            // 2 · 1 − 3 · 3 less nothing.
            assertThat(heat.completeness()).contains(new Completeness(-13, -7));
            assertThat(heat.completeness().orElseThrow().error()).isCloseTo(6.0 / 7, within(1e-12));
        }
    }

    @Test
    void withoutNoiseSmoothGradIsSaliency() throws Exception {
        try (NetworkSession session = executors().get(0).open(SmallNetworks.deep(3))) {
            assertThat(Doubles.of(explain(new SmoothGrad(5, 0, 1), session, 2, 1).values()))
                    .containsExactly(Doubles.of(explain(PixelGradient.saliency(), session, 2, 1).values()), within(ROUNDING));
        }
    }

    @Test
    void theSeedDecidesTheNoise() throws Exception {
        try (NetworkSession session = executors().get(0).open(SmallNetworks.deep(3))) {
            final float[] once = explain(new SmoothGrad(8, 0.2, 1), session, 2, 1).values();
            assertThat(explain(new SmoothGrad(8, 0.2, 1), session, 2, 1).values()).containsExactly(once);
            assertThat(explain(new SmoothGrad(8, 0.2, 2), session, 2, 1).values()).isNotEqualTo(once);
        }
    }

    /** Weights, picture and so the map are symmetric. */
    @ParameterizedTest
    @MethodSource("executors")
    void aSymmetricPictureBeforeASymmetricNetworkHasASymmetricMap(final Executor executor) {
        final NetworkGraph graph = SmallNetworks.pooled(4);
        final float[] kernels = ((Convolution) graph.node("1 convolution").orElseThrow().operator()).weights().values();
        mirror(kernels, 3);
        final FeatureMaps picture = SmallNetworks.picture(SmallNetworks.INPUT, 5);
        mirror(picture.values(), 8);
        try (NetworkSession session = executor.open(graph)) {
            for (final HeatMapMethod method : List.of(PixelGradient.saliency(), new GradientTimesInput(), new IntegratedGradients(),
                    PixelGradient.guided(), new GradCam("2 relu"))) {
                final float[] values = method.explain(session, picture, 0, Progress.NONE).values();
                final float[] mirrored = new FeatureMaps(1, new Shape(1, 8, 8), values).mirrored().values();
                assertThat(Doubles.of(values)).as(method.name()).containsExactly(Doubles.of(mirrored), within(ROUNDING));
            }
        }
    }

    /** The left half of each row becomes the right one, mirrored. */
    private static void mirror(final float[] values, final int cols) {
        for (int i = 0; i < values.length; i++) {
            final int col = i % cols;
            values[i] = values[i - col + Math.min(col, cols - 1 - col)];
        }
    }

    @Test
    void bothExecutorsAgree() throws Exception {
        final NetworkGraph graph = SmallNetworks.deep(6);
        try (NetworkSession one = executors().get(0).open(graph); NetworkSession other = executors().get(1).open(graph)) {
            for (final HeatMapMethod method : List.of(PixelGradient.saliency(), PixelGradient.guided(), PixelGradient.deconvolution(),
                    new GradientTimesInput(), new SmoothGrad(10, 0.1, 1), new IntegratedGradients(20, Replacement.blurred(0.1)),
                    new GradCam("4 relu"), new GradCamPlusPlus("4 relu"), new GuidedGradCam("4 relu"))) {
                final float[] values = explain(method, one, 7, 2).values();
                assertThat(Arrays.equals(values, new float[PIXELS])).as(method.name() + " is not empty").isFalse();
                assertThat(Doubles.of(values)).as(method.name()).containsExactly(Doubles.of(explain(method, other, 7, 2).values()),
                        within(ROUNDING));
            }
        }
    }

    @Test
    void theCostIsWhatWasPromised() throws Exception {
        try (NetworkSession session = executors().get(1).open(SmallNetworks.deep(6))) {
            for (final HeatMapMethod method : List.of(PixelGradient.saliency(), new GradientTimesInput(), new SmoothGrad(1),
                    new IntegratedGradients(), new GradCam("4 relu"), new GradCamPlusPlus("4 relu"), new GuidedGradCam("4 relu"))) {
                final Steps steps = new Steps(Long.MAX_VALUE);
                final FeatureMaps picture = SmallNetworks.picture(SmallNetworks.INPUT, 7);
                assertThat(method.explain(session, picture, 0, steps).cost()).as(method.name()).isEqualTo(method.cost(session.graph()));
                assertThat(steps.done()).as(method.name()).isEqualTo(method.cost(session.graph()).forward());
            }
        }
    }

    @Test
    void cancellingEndsTheWorkBetweenBatches() throws Exception {
        try (NetworkSession session = executors().get(1).open(SmallNetworks.deep(6))) {
            final Steps steps = new Steps(20);
            assertThatThrownBy(() -> new IntegratedGradients(1000, Replacement.constant(0)).explain(session,
                    SmallNetworks.picture(SmallNetworks.INPUT, 7), 0, steps)).isInstanceOf(CancelledException.class);
            assertThat(steps.done()).isLessThan(60);
        }
    }

    @Test
    void whatCannotBeExplainedIsToldInOneSentence() throws Exception {
        final NetworkGraph maps = SmallNetworks.graph(new Input(SmallNetworks.INPUT), SmallNetworks.convolution(2, 3, 3, 1));
        assertThat(PixelGradient.saliency().obstacle(maps)).contains(
                "the network ends in maps (layer '1 convolution', 2 × 6 × 6), not in one value a class");
        try (NetworkSession session = executors().get(1).open(maps)) {
            assertThatThrownBy(() -> explain(PixelGradient.saliency(), session, 1, 0)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ends in maps");
        }
        try (NetworkSession session = executors().get(1).open(SmallNetworks.linear(1))) {
            assertThatThrownBy(() -> explain(PixelGradient.saliency(), session, 1, 3)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no class 3 among 3");
            assertThatThrownBy(() -> PixelGradient.saliency().explain(session, SmallNetworks.picture(new Shape(3, 8, 9), 1), 0, Progress.NONE))
                    .isInstanceOf(IllegalArgumentException.class).hasMessage("1 pictures of 3 × 8 × 9, the network takes one of 3 × 8 × 8");
        }
    }

    private static HeatMap explain(final HeatMapMethod method, final NetworkSession session, final long seed, final int label) {
        return method.explain(session, SmallNetworks.picture(SmallNetworks.INPUT, seed), label, Progress.NONE);
    }
}
