package org.filterscope.analysis.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.filterscope.analysis.attribution.WeightRandomisation.Alike;
import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Dense;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaithfulnessTest {

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    /** On a linear network the score falls by what each pixel is worth, in the map's order. */
    @ParameterizedTest
    @MethodSource("executors")
    void deletionAndInsertionFollowTheOrderOfTheMap(final Executor executor) {
        final NetworkGraph graph = SmallNetworks.linear(1);
        final FeatureMaps picture = SmallNetworks.picture(SmallNetworks.INPUT, 2);
        try (NetworkSession session = executor.open(graph)) {
            final HeatMap heat = new GradientTimesInput().explain(session, picture, 1, Progress.NONE);
            final double bias = ((Dense) graph.node("2 dense").orElseThrow().operator()).bias().values()[1];
            final double[] hot = IntStream.range(0, 64).mapToDouble(i -> -heat.values()[i]).sorted().map(value -> -value).toArray();
            final PixelRemoval removal = new PixelRemoval(64, ClassScore.LOGIT);
            final ScoreCurve deleted = removal.deletion(session, picture, 1, heat, Replacement.constant(0), Progress.NONE);
            final ScoreCurve inserted = removal.insertion(session, picture, 1, heat, Replacement.constant(0), Progress.NONE);
            assertThat(deleted.scores()).hasSize(65);
            assertThat(deleted.cost()).isEqualTo(new PassCount(65, 0));
            for (int step = 0; step <= 64; step++) {
                final double first = Arrays.stream(hot, 0, step).sum();
                final double rest = Arrays.stream(hot, step, 64).sum();
                assertThat(deleted.scores()[step]).isCloseTo(bias + rest, within(1e-4));
                assertThat(inserted.scores()[step]).isCloseTo(bias + first, within(1e-4));
            }
            assertThat(inserted.area()).isGreaterThan(deleted.area());
        }
    }

    @Test
    void theAreaIsThatOfTrapezoids() {
        assertThat(new ScoreCurve(new double[] {1, 1, 0, 0, 0}, new PassCount(5, 0)).area()).isEqualTo(0.375);
    }

    @Test
    void aMapOfTheEvidenceIsMoreFaithfulThanOneOfSomethingElse() throws Exception {
        final PlantedSquare planted = new PlantedSquare();
        final float[] right = new float[1600];
        final float[] wrong = new float[1600];
        for (int i = 0; i < 1600; i++) {
            right[i] = planted.isWithin(i, 0) ? 1 : 0;
            wrong[i] = 1 - right[i];
        }
        try (NetworkSession session = executors().get(1).open(planted.graph())) {
            final double[] areas = new double[4];
            for (int i = 0; i < 2; i++) {
                final HeatMap heat = new HeatMap(40, 40, i == 0 ? right : wrong, HeatSign.SUPPORT, new PassCount(0, 0));
                final PixelRemoval removal = new PixelRemoval();
                areas[i] = removal.deletion(session, planted.picture(), 0, heat, Replacement.constant(0), Progress.NONE).area();
                areas[2 + i] = removal.insertion(session, planted.picture(), 0, heat, Replacement.blurred(0.1), Progress.NONE).area();
            }
            // The square is 4 % of the picture: two steps of fifty take it away, or bring it in.
            assertThat(areas[0]).isLessThan(0.05);
            assertThat(areas[1]).isGreaterThan(0.9);
            assertThat(areas[2]).isGreaterThan(0.9);
            assertThat(areas[3]).isLessThan(0.1);
        }
    }

    @Test
    void thePeakAndTheEnergyAreLookedForInTheMask() {
        final EvidenceMask mask = new EvidenceMask(2, 4, new boolean[] {true, true, false, false, false, false, false, false});
        final HeatMap hit = new HeatMap(2, 4, new float[] {0, 3, 1, 0, 0, 0, 0, -8}, HeatSign.SIGNED, new PassCount(1, 1));
        final HeatMap miss = new HeatMap(2, 4, new float[] {0, 1, 0, 0, 0, 0, 0, 3}, HeatSign.SIGNED, new PassCount(1, 1));
        assertThat(mask.holdsPeak(hit, 0)).isTrue();
        assertThat(mask.holdsPeak(miss, 2)).isFalse();
        // One row down and two columns to the right of the mask.
        assertThat(mask.holdsPeak(miss, 3)).isTrue();
        assertThat(mask.energy(hit)).hasValue(0.75);
        assertThat(mask.energy(miss)).hasValue(0.25);
        assertThat(mask.energy(new HeatMap(2, 4, new float[8], HeatSign.SIGNED, new PassCount(1, 1)))).isEqualTo(OptionalDouble.empty());
    }

    @ParameterizedTest
    @MethodSource("executors")
    void mapsOfTheEvidenceLieInItsMask(final Executor executor) {
        final PlantedSquare planted = new PlantedSquare();
        final EvidenceMask mask = new EvidenceMask(40, 40, planted.mask());
        try (NetworkSession session = executor.open(planted.graph())) {
            for (final HeatMapMethod method : List.of(PixelGradient.saliency(), new GradientTimesInput(), new IntegratedGradients())) {
                final HeatMap heat = method.explain(session, planted.picture(), 0, Progress.NONE);
                assertThat(mask.holdsPeak(heat, 0)).as(method.name()).isTrue();
                assertThat(mask.energy(heat)).as(method.name()).hasValue(1);
            }
        }
    }

    @Test
    void shufflingKeepsTheNumbersOfEachLayerAndTheOthersUntouched() {
        final NetworkGraph graph = SmallNetworks.deep(1);
        assertThat(ShuffledWeights.layers(graph)).containsExactly("7 dense", "3 convolution", "1 convolution");
        final NetworkGraph shuffled = ShuffledWeights.of(graph, List.of("7 dense"), 1);
        assertThat(shuffled.node("1 convolution")).isEqualTo(graph.node("1 convolution"));
        final float[] before = ((Dense) graph.node("7 dense").orElseThrow().operator()).weights().values().clone();
        final float[] after = ((Dense) shuffled.node("7 dense").orElseThrow().operator()).weights().values().clone();
        assertThat(after).isNotEqualTo(before);
        Arrays.sort(before);
        Arrays.sort(after);
        assertThat(after).containsExactly(before);
    }

    /** A map of the picture alone does not change; a map that shows the weights of a linear network does not resemble the other. */
    @ParameterizedTest
    @MethodSource("executors")
    void aMapThatDependsOnTheWeightsChangesWithThem(final Executor executor) {
        final FeatureMaps picture = SmallNetworks.picture(SmallNetworks.INPUT, 2);
        final List<Alike> weights = new WeightRandomisation(executor, 1).run(SmallNetworks.linear(1), PixelGradient.saliency(), picture, 1, 9,
                Progress.NONE);
        assertThat(weights).extracting(Alike::layer).containsExactly("2 dense");
        // Of 64 pixels without relation, |correlation| is beyond 0.4 once in a thousand times.
        assertThat(Math.abs(weights.get(0).similarity())).isLessThan(0.4);
        final HeatMapMethod edges = new Brightness();
        assertThat(new WeightRandomisation(executor, 1).run(SmallNetworks.deep(1), edges, picture, 1, 9, Progress.NONE))
                .extracting(Alike::similarity).allSatisfy(alike -> assertThat(alike).isCloseTo(1, within(1e-12))).hasSize(3);
    }

    /** Explains nothing: the picture's first colour. */
    private static final class Brightness implements HeatMapMethod {
        @Override
        public String name() {
            return "brightness";
        }

        @Override
        public PassCount cost(final NetworkGraph graph) {
            return new PassCount(0, 0);
        }

        @Override
        public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
            return new HeatMap(8, 8, Arrays.copyOf(picture.values(), 64), HeatSign.SIGNED, new PassCount(0, 0));
        }
    }
}
