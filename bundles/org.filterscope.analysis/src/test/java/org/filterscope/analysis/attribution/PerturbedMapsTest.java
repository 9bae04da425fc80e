package org.filterscope.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PerturbedMapsTest {
    private static final double ROUNDING = 1e-5;
    private final FeatureMaps picture = SmallNetworks.picture(SmallNetworks.INPUT, 2);

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    /** By pixel: Σ over colours of weight × (pixel − mean colour). */
    private double[] worths(final NetworkGraph linear, final int label) {
        final float[] weights = SmallNetworks.weights(linear, label);
        final float[] mean = Replacement.meanColour().of(picture);
        final double[] worths = new double[64];
        for (int i = 0; i < weights.length; i++) {
            worths[i % 64] += (double) weights[i] * (picture.values()[i] - mean[i]);
        }
        return worths;
    }

    @ParameterizedTest
    @MethodSource("executors")
    void onALinearNetworkHidingAPixelTakesItsWeightTimesItsChange(final Executor executor) {
        final NetworkGraph graph = SmallNetworks.linear(1);
        try (NetworkSession session = executor.open(graph)) {
            final HeatMap heat = new Occlusion(1, 1, Replacement.meanColour(), ClassScore.LOGIT).explain(session, picture, 1, Progress.NONE);
            assertThat(heat.sign()).isEqualTo(HeatSign.SIGNED);
            assertThat(Doubles.of(heat.values())).containsExactly(worths(graph, 1), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void aLargerSquareGivesEachPixelTheMeanOfTheSquaresThatCoverIt(final Executor executor) {
        final NetworkGraph graph = SmallNetworks.linear(1);
        final double[] worths = worths(graph, 2);
        final int[] starts = {0, 2, 4, 5};
        final double[] expected = new double[64];
        for (int pixel = 0; pixel < 64; pixel++) {
            int covering = 0;
            for (final int top : starts) {
                for (final int left : starts) {
                    if (isInside(pixel, top, left)) {
                        covering++;
                        expected[pixel] += IntStream.range(0, 64).filter(other -> isInside(other, top, left)).mapToDouble(other -> worths[other])
                                .sum();
                    }
                }
            }
            expected[pixel] /= covering;
        }
        try (NetworkSession session = executor.open(graph)) {
            assertThat(Doubles.of(new Occlusion(3, 2, Replacement.meanColour(), ClassScore.LOGIT).explain(session, picture, 2, Progress.NONE)
                    .values())).containsExactly(expected, within(ROUNDING));
        }
    }

    private static boolean isInside(final int pixel, final int top, final int left) {
        return pixel / 8 >= top && pixel / 8 < top + 3 && pixel % 8 >= left && pixel % 8 < left + 3;
    }

    @ParameterizedTest
    @MethodSource("executors")
    void probabilityAndLogOddsAreThoseOfTheSoftmax(final Executor executor) {
        try (NetworkSession session = executor.open(SmallNetworks.linear(1))) {
            final double[] logits = new double[3];
            Arrays.setAll(logits, label -> new ClassPasses(session, label, Progress.NONE).score(picture.values(), ClassScore.LOGIT));
            final double sum = Arrays.stream(logits).map(Math::exp).sum();
            for (int label = 0; label < 3; label++) {
                assertThat(new ClassPasses(session, label, Progress.NONE).score(picture.values(), ClassScore.PROBABILITY))
                        .isCloseTo(Math.exp(logits[label]) / sum, within(1e-6));
                assertThat(new ClassPasses(session, label, Progress.NONE).score(picture.values(), ClassScore.LOG_ODDS))
                        .isCloseTo(Math.log(Math.exp(logits[label]) / (sum - Math.exp(logits[label]))), within(1e-6));
            }
        }
    }

    /** Squares begin at even rows and columns, as the planted one does: those that touch it cover at most two pixels beside it. */
    @ParameterizedTest
    @MethodSource("executors")
    void whereTheNetworkDoesNotLookHidingChangesNothing(final Executor executor) {
        final PlantedSquare planted = new PlantedSquare();
        try (NetworkSession session = executor.open(planted.graph())) {
            final HeatMap heat = new Occlusion(4, 2, Replacement.constant(0), ClassScore.PROBABILITY).explain(session, planted.picture(), 0,
                    Progress.NONE);
            for (int i = 0; i < heat.values().length; i++) {
                assertThat(heat.values()[i] != 0).as("pixel %d", i).isEqualTo(planted.isWithin(i, 2));
            }
        }
    }

    /** With next to no ridge the model is the network itself; what is left is float32. */
    @ParameterizedTest
    @MethodSource("executors")
    void limeFindsTheWeightsOfALinearNetwork(final Executor executor) {
        final NetworkGraph graph = SmallNetworks.linear(1);
        final double[] worths = worths(graph, 0);
        final double[] expected = new double[64];
        for (int pixel = 0; pixel < 64; pixel++) {
            final int row = pixel / 16;
            final int col = pixel % 8 / 2;
            expected[pixel] = worths[row * 16 + col * 2] + worths[row * 16 + col * 2 + 1] + worths[row * 16 + 8 + col * 2]
                    + worths[row * 16 + 8 + col * 2 + 1];
        }
        try (NetworkSession session = executor.open(graph)) {
            assertThat(Doubles.of(new Lime(200, new Segmentation(4, 4), 1e-6, Replacement.meanColour(), ClassScore.LOGIT, 1)
                    .explain(session, picture, 0, Progress.NONE).values())).containsExactly(expected, within(1e-4));
        }
    }

    @Test
    void aStrongerRidgeDrawsWeightsToZero() {
        final double[] weights = new double[2];
        for (int i = 0; i < 2; i++) {
            final WeightedRidge regression = new WeightedRidge(1);
            regression.add(new boolean[] {true}, 3, 1);
            regression.add(new boolean[] {false}, 1, 1);
            weights[i] = regression.solve(i == 0 ? 1e-9 : 0.5)[0];
        }
        // (3 − b − w)² + (1 − b)² + w² / 2 is smallest at w = 1, b = 1.5.
        assertThat(weights[0]).isCloseTo(2, within(1e-6));
        assertThat(weights[1]).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("executors")
    void riseFindsThePlantedSquare(final Executor executor) {
        final PlantedSquare planted = new PlantedSquare();
        try (NetworkSession session = executor.open(planted.graph())) {
            final HeatMap heat = new Rise(600, 8, Replacement.constant(0), ClassScore.PROBABILITY, 3).explain(session, planted.picture(), 0,
                    Progress.NONE);
            assertThat(planted.isWithin(heat.peak(), 0)).isTrue();
            assertThat(planted.mean(heat, true)).isGreaterThan(4 * Math.abs(planted.mean(heat, false)));
        }
    }

    /**
     * The costs make an edge of the mask some seven cells wide, so that only its top is the square; the top
     * is exact to a cell and a movement, together 2.4 pixels, the centre to a cell. Around 8 × 8 pixels edges of ten pixels cover 720 of the
     * other 1536, by half at most.
     */
    @ParameterizedTest
    @MethodSource("executors")
    void thePerturbationMaskFindsThePlantedSquare(final Executor executor) {
        final PlantedSquare planted = new PlantedSquare();
        try (NetworkSession session = executor.open(planted.graph())) {
            final HeatMap heat = new PerturbationMask(1).explain(session, planted.picture(), 0, Progress.NONE);
            assertThat(heat.sign()).isEqualTo(HeatSign.SUPPORT);
            assertThat(planted.isWithin(heat.peak(), 2)).isTrue();
            final float[] sharp = planted.picture().values();
            final float[] soft = Replacement.blurred(10.0 / 224).of(planted.picture());
            final float[] hidden = new float[sharp.length];
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] = sharp[i] + heat.values()[i] * (soft[i] - sharp[i]);
            }
            final ClassPasses passes = new ClassPasses(session, 0, Progress.NONE);
            assertThat(passes.score(sharp, ClassScore.PROBABILITY)).isGreaterThan(0.99);
            assertThat(passes.score(hidden, ClassScore.PROBABILITY)).isLessThan(0.01);
            assertThat(planted.mean(heat, true)).isGreaterThan(0.9);
            assertThat(planted.mean(heat, false)).isLessThan(0.25);
            assertThat(planted.centre(heat)).containsExactly(new double[] {13.5, 25.5}, within(40.0 / 28));
            // At most three pixels larger on each side.
            assertThat(HeatBox.overlap(new HeatBox(0.9).of(heat).orElseThrow(), planted.box())).isGreaterThanOrEqualTo(64.0 / (14 * 14));
        }
    }

    /** Central differences with step 1e-6. */
    @Test
    void theCostsOfAMaskHaveTheSlopeWrittenDown() {
        final double[] mask = new Random(1).doubles(16, 0, 1).toArray();
        final MaskCosts costs = new MaskCosts(4);
        final double[] slope = new double[16];
        costs.addSlope(mask, slope);
        for (int i = 0; i < 16; i++) {
            final double[] more = mask.clone();
            final double[] less = mask.clone();
            more[i] += 1e-6;
            less[i] -= 1e-6;
            assertThat(slope[i]).isCloseTo((costs.of(more) - costs.of(less)) / 2e-6, within(1e-8));
        }
    }

    /** What goes down on the way up: ⟨S m, p⟩ = ⟨m, Sᵀ p⟩. */
    @Test
    void gatheringIsStretchingTransposed() {
        final Stretching stretching = new Stretching(3, 4, SmallNetworks.INPUT);
        final double[] map = new Random(1).doubles(12).toArray();
        final double[] pixels = new Random(2).doubles(64).toArray();
        assertThat(product(stretching.stretch(map), pixels)).isCloseTo(product(map, stretching.gather(pixels)), within(1e-10));
    }

    private static double product(final double[] one, final double[] other) {
        return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
    }

    @Test
    void bothExecutorsAgreeAndTheCostIsWhatWasPromised() throws Exception {
        final NetworkGraph graph = SmallNetworks.deep(6);
        try (NetworkSession one = executors().get(0).open(graph); NetworkSession other = executors().get(1).open(graph)) {
            final float[] blurred = Replacement.blurred(10.0 / 224).of(picture);
            // Where blurring lowers no logit the mask has nothing to find.
            final int label = IntStream.range(0, 3).filter(of -> logit(one, picture.values(), of) > logit(one, blurred, of)).findFirst()
                    .orElseThrow();
            for (final HeatMapMethod method : List.of(new Occlusion(), new Lime(1), new Rise(1), new PerturbationMask(20, 1))) {
                final Steps steps = new Steps(Long.MAX_VALUE);
                final HeatMap heat = method.explain(one, picture, label, steps);
                assertThat(heat.cost()).as(method.name()).isEqualTo(method.cost(graph));
                assertThat(steps.done()).as(method.name()).isEqualTo(heat.cost().forward());
                assertThat(Doubles.of(heat.values())).as(method.name()).containsExactly(
                        Doubles.of(method.explain(other, picture, label, Progress.NONE).values()), within(1e-4));
            }
        }
    }

    @Test
    void whereBlurringDoesNotLowerTheLogitTheMaskIsEmpty() throws Exception {
        final PlantedSquare planted = new PlantedSquare();
        final FeatureMaps grey = new FeatureMaps(1, planted.picture().shape(), new float[1600]);
        try (NetworkSession session = executors().get(1).open(planted.graph())) {
            final HeatMap heat = new PerturbationMask(1).explain(session, grey, 0, Progress.NONE);
            assertThat(heat.values()).containsOnly(0);
            assertThat(heat.cost()).isEqualTo(new PassCount(2, 0));
        }
    }

    private static double logit(final NetworkSession session, final float[] picture, final int label) {
        return new ClassPasses(session, label, Progress.NONE).score(picture, ClassScore.LOGIT);
    }
}
