package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
 * Our forward pass against Keras on TensorFlow. The references are rounded: probabilities to six digits, means and maxima to five decimals;
 * float32 sums in another order account for the rest of the tolerances (1e-4 absolute, 1e-3 relative).
 */
class NetworkNumbersTest {
    private static final double PROBABILITY = 1e-4;
    private static final double RELATIVE = 1e-3;
    /** Half a unit of the last decimal in the reference. */
    private static final double ROUNDING = 1e-5;

    static Stream<Arguments> networks() throws Exception {
        final List<Executor> executors = Executors.all();
        return executors.stream().flatMap(executor -> Stream.of(
                Arguments.of(executor.name(), "squeezenet10", "models/squeezenet10-imagenet/squeezenet10_imagenet_rgb01.h5", 1 / 255.0, executor),
                Arguments.of(executor.name(), "landuse12", "models/landuse-squeezenet/landuse12.h5", 1 / 255.0, executor),
                Arguments.of(executor.name(), "resnet8", "models/cifar10-resnet8/resnet8_cifar10.h5", 1, executor)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("networks")
    void probabilitiesAndFeatureMapsAreThoseOfTensorFlow(final String name, final String network, final String model, final double scale,
            final Executor executor) throws Exception {
        final ReferenceData data = ReferenceData.find();
        final NetworkGraph graph = new NetworkReader().read(data.file(model), Optional.empty());
        final ReferenceInputs inputs = ReferenceInputs.of(graph, scale);
        try (NetworkSession session = executor.open(graph)) {
            for (final Item item : data.reference(network).items()) {
                final String output = graph.output().name();
                final Map<String, FeatureMaps> results = session.forward(inputs.read(data.file("reference/" + network + "/" + item.file())),
                        Set.of(item.layer(), output));
                checkProbabilities(item, results.get(output));
                checkFeatureMaps(item, results.get(item.layer()));
            }
        }
    }

    private static void checkProbabilities(final Item item, final FeatureMaps output) {
        item.top().forEach(top -> assertThat((double) output.values()[top.get(0).getAsInt()]).as("%s %s", item.file(), top)
                .isCloseTo(top.get(2).getAsDouble(), within(PROBABILITY)));
    }

    private static void checkFeatureMaps(final Item item, final FeatureMaps maps) {
        assertThat(item.layer_shape()).containsExactly(maps.shape().rows(), maps.shape().cols(), maps.shape().channels());
        final int positions = maps.shape().rows() * maps.shape().cols();
        for (int channel = 0; channel < item.channel_mean().size(); channel++) {
            double sum = 0;
            double max = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < positions; i++) {
                final double value = maps.values()[maps.start(0, channel) + i];
                sum += value;
                max = Math.max(max, value);
            }
            final double mean = item.channel_mean().get(channel);
            final double highest = item.channel_max().get(channel);
            assertThat(sum / positions).as("%s mean of channel %d", item.file(), channel)
                    .isCloseTo(mean, within(RELATIVE * Math.abs(mean) + ROUNDING));
            assertThat(max).as("%s maximum of channel %d", item.file(), channel)
                    .isCloseTo(highest, within(RELATIVE * Math.abs(highest) + ROUNDING));
        }
    }
}
