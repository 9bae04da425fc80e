package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.attribution.ClassActivationMap;
import org.filterscope.analysis.attribution.GradCam;
import org.filterscope.analysis.attribution.HeatMapMethod;
import org.filterscope.analysis.attribution.LayerContribution;
import org.filterscope.analysis.attribution.LayerContributions;
import org.filterscope.analysis.attribution.PixelGradient;
import org.filterscope.analysis.attribution.WeightRandomisation;
import org.filterscope.analysis.attribution.WeightRandomisation.Alike;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.reference.ReferenceData.Item;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Heat maps of a trained network: what they are bound to sum up to, and whether they know the weights. */
class HeatMapFaithfulnessTest {
    private static final int PICTURES = 3;

    static List<Executor> executors() throws Exception {
        return Executors.all();
    }

    private static NetworkGraph network() throws Exception {
        return new NetworkReader().read(ReferenceData.find().file("models/landuse-squeezenet/landuse12.h5"), Optional.empty());
    }

    private static FeatureMaps picture(final NetworkGraph graph, final Item item) throws Exception {
        return ReferenceInputs.of(graph, 1 / 255.0).read(ReferenceData.find().file("reference/landuse12/" + item.file()));
    }

    private static int label(final Item item) {
        return item.top().get(0).get(0).getAsInt();
    }

    /** Float32 sums of 48 filters at 169 positions. */
    @ParameterizedTest
    @MethodSource("executors")
    void theMeanOfAClassActivationMapTheContributionsAndTheLogitAreOne(final Executor executor) throws Exception {
        final NetworkGraph graph = network();
        final Dense head = (Dense) graph.logits().operator();
        try (NetworkSession session = executor.open(graph)) {
            for (final Item item : ReferenceData.find().reference("landuse12").items()) {
                final FeatureMaps picture = picture(graph, item);
                final double bias = head.bias().values()[label(item)];
                final double[] map = new ClassActivationMap("concept").map(session, picture, label(item), Progress.NONE).values();
                final LayerContribution found = new LayerContributions("concept").quick(session, picture, label(item), Progress.NONE);
                assertThat(found.kind()).isEqualTo(LayerContribution.Kind.EXACT);
                assertThat(found.logit()).isCloseTo(item.logit_top(), within(1e-4 * Math.abs(item.logit_top())));
                assertThat(Arrays.stream(found.values()).sum() + bias).as(item.file()).isCloseTo(found.logit(), within(1e-4));
                assertThat(Arrays.stream(map).average().orElseThrow() + bias).as(item.file()).isCloseTo(found.logit(), within(1e-4));
            }
        }
    }

    /** Adebayo et al. 2018 find the same for other networks: guided back-propagation shows the picture, whatever the upper layers have learned. */
    @ParameterizedTest
    @MethodSource("executors")
    void withItsHeadShuffledGradCamChangesAndGuidedBackpropagationHardly(final Executor executor) throws Exception {
        final NetworkGraph graph = network();
        for (final Item item : ReferenceData.find().reference("landuse12").items().subList(0, PICTURES)) {
            assertThat(shuffled(executor, graph, item, new GradCam("fire9_concat"))).as(item.file()).isLessThan(0.7);
            assertThat(shuffled(executor, graph, item, PixelGradient.guided())).as(item.file()).isGreaterThan(0.9);
        }
    }

    private static double shuffled(final Executor executor, final NetworkGraph graph, final Item item, final HeatMapMethod method)
            throws Exception {
        final List<Alike> found = new WeightRandomisation(executor, 1).run(graph, method, picture(graph, item), label(item), 2, Progress.NONE);
        assertThat(found).extracting(Alike::layer).containsExactly("landuse/linear", "concept/linear");
        return found.get(1).similarity();
    }
}
