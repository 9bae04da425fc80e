package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.core.configuration.InputSettings;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.reference.ReferenceData.Item;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our forward pass against Keras on TensorFlow. The references are rounded: probabilities to six digits, means and maxima to five decimals;
 * float32 sums in another order account for the rest of the tolerances (1e-4 absolute, 1e-3 relative).
 */
class NetworkNumbersTest {
    private static final double PROBABILITY = 1e-4;
    private static final double RELATIVE = 1e-3;
    /** Half a unit of the last decimal in the reference. */
    private static final double ROUNDING = 1e-5;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "squeezenet10, models/squeezenet10-imagenet/squeezenet10_imagenet_rgb01.h5, 0.00392156862745098",
        "landuse12, models/landuse-squeezenet/landuse12.h5, 0.00392156862745098",
        "resnet8, models/cifar10-resnet8/resnet8_cifar10.h5, 1"})
    void probabilitiesAndFeatureMapsAreThoseOfTensorFlow(final String network, final String model, final double scale) throws Exception {
        final ReferenceData data = ReferenceData.find();
        final NetworkGraph graph = new NetworkReader().read(data.file(model), Optional.empty());
        final InputSettings defaults = InputSettings.DEFAULT;
        final InputPreparation preparation = new InputPreparation(new InputSettings(Optional.empty(), scale, defaults.mean(), defaults.std(),
                defaults.order(), defaults.resize()), graph.input());
        for (final Executor executor : List.of(Nd4jExecutor.load(), OnnxRuntimeExecutor.load(1))) {
            try (NetworkSession session = executor.open(graph)) {
                for (final Item item : data.reference(network).items()) {
                    final FeatureMaps input = input(data.file("reference/" + network + "/" + item.file()), preparation);
                    final String output = graph.output().name();
                    final Map<String, FeatureMaps> results = session.forward(input, Set.of(item.layer(), output));
                    checkProbabilities(item, results.get(output));
                    checkFeatureMaps(item, results.get(item.layer()));
                }
            }
        }
    }

    private static FeatureMaps input(final Path file, final InputPreparation preparation) throws Exception {
        final float[] values = new float[(int) preparation.shape().size()];
        preparation.write(preparation.fit(new PictureDecoder().read(file)), values, 0);
        return new FeatureMaps(1, preparation.shape(), values);
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
