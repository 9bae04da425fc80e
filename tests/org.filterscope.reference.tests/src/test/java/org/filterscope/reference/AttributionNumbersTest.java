package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.filterscope.analysis.attribution.CoarseMap;
import org.filterscope.analysis.attribution.GradCam;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.reference.ReferenceData.Item;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gradients against TensorFlow's: logits, and Grad-CAM maps (Selvaraju et al. 2017) to 1e-4 of a map's largest value. The maps are rounded to
 * the fifth decimal.
 */
class AttributionNumbersTest {
    private static final double RELATIVE = 1e-4;
    private static final double ROUNDING = 1e-5;

    static Stream<Arguments> networks() throws Exception {
        return Executors.all().stream().flatMap(executor -> Stream.of(
                Arguments.of(executor.name(), "squeezenet10", "models/squeezenet10-imagenet/squeezenet10_imagenet_rgb01.h5", executor),
                Arguments.of(executor.name(), "landuse12", "models/landuse-squeezenet/landuse12.h5", executor)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("networks")
    void gradCamMapsAndLogitsAreThoseOfTensorFlow(final String name, final String network, final String model, final Executor executor)
            throws Exception {
        final ReferenceData data = ReferenceData.find();
        final NetworkGraph graph = new NetworkReader().read(data.file(model), Optional.empty());
        final ReferenceInputs inputs = ReferenceInputs.of(graph, 1 / 255.0);
        try (NetworkSession session = executor.open(graph)) {
            for (final Item item : data.reference(network).items()) {
                final int label = item.top().get(0).get(0).getAsInt();
                final FeatureMaps picture = inputs.read(data.file("reference/" + network + "/" + item.file()));
                final String logits = graph.logits().name();
                final float logit = session.forward(picture, Set.of(logits)).get(logits).values()[label];
                assertThat((double) logit).as(item.file()).isCloseTo(item.logit_top(), within(RELATIVE * Math.abs(item.logit_top())));
                final CoarseMap map = new GradCam(item.layer()).map(session, picture, label, Progress.NONE);
                final double largest = Arrays.stream(item.gradcam()).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
                assertThat(map.values()).as(item.file()).containsExactly(
                        Arrays.stream(item.gradcam()).flatMapToDouble(Arrays::stream).toArray(), within(RELATIVE * largest + ROUNDING));
            }
        }
    }
}
