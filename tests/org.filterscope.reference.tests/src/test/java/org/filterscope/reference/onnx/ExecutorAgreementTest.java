package org.filterscope.reference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.reference.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The executors against each other on well-known architectures, for a batch of two. Gradients are compared twice: where every kink is replaced by a
 * smooth function, value by value; and as they are, by relative distance, because a rectifier whose input is within rounding of 0 may let a
 * gradient pass on one executor and not on the other.
 */
class ExecutorAgreementTest {
    private static final int IMAGES = 2;
    private static final int LABEL = 1;
    /** Of a layer's largest value; float32 has 6e-8, and a hundred layers add up. */
    private static final double VALUES = 1e-5;
    private static final double SMOOTH_GRADIENTS = 1e-4;
    /** A wrong border, a lost branch or a shifted map changes gradients by tens of per cent. */
    private static final double DISTANCE = 0.02;

    @TempDir
    Path folder;

    /** Makes a network. */
    interface Make {
        TorchModel make(Style style);
    }

    static Stream<Arguments> networks() {
        return Stream.of(arguments("AlexNet", (Make) ClassicNetworks::alexNet), arguments("VGG-16", (Make) ClassicNetworks::vgg16),
                arguments("SqueezeNet 1.1", (Make) ClassicNetworks::squeezeNet), arguments("encoder", (Make) ClassicNetworks::encoder),
                arguments("ResNet-18", (Make) ResidualNetworks::resNet18), arguments("ResNet-50", (Make) ResidualNetworks::resNet50),
                arguments("DenseNet", (Make) ResidualNetworks::denseNet), arguments("Inception v3", (Make) ResidualNetworks::inception),
                arguments("MobileNet v1", (Make) MobileNetworks::mobileNet1), arguments("MobileNet v2", (Make) MobileNetworks::mobileNet2),
                arguments("MobileNet v3", (Make) MobileNetworks::mobileNet3), arguments("EfficientNet", (Make) MobileNetworks::efficientNet),
                arguments("ShuffleNet v2", (Make) MobileNetworks::shuffleNet),
                arguments("U-Net, transposed", (Make) DecodingNetworks::transposedUNet),
                arguments("U-Net, resized", (Make) style -> DecodingNetworks.resizedUNet(style, "linear", "half_pixel")),
                arguments("generator", (Make) DecodingNetworks::generator));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void executorsAgreeOnValuesAndGradients(final String name, final Make network) throws Exception {
        final TorchModel model = network.make(Style.torch(17));
        final NetworkGraph graph = new NetworkReader().read(model.write(folder.resolve("model.onnx")), Optional.empty());
        final Set<String> layers = new LinkedHashSet<>(model.layers().keySet());
        layers.add(graph.nodes().getFirst().name());
        final FeatureMaps pictures = pictures(graph);
        compareValues(graph, pictures, layers);
        final NetworkGraph smooth = smooth(graph);
        final List<Gradients> slopes = gradients(smooth, pictures, layers);
        for (final String layer : layers) {
            assertThat(largestDifference(slopes.get(0).gradient(layer), slopes.get(1).gradient(layer))).as("smooth gradient by %s", layer)
                    .isLessThanOrEqualTo(SMOOTH_GRADIENTS);
        }
        final List<Gradients> gradients = gradients(graph, pictures, layers);
        assertThat(gradients.get(0).gradient(graph.nodes().getFirst().name()).values()).as("gradient by the input")
                .isNotEqualTo(new float[pictures.values().length]);
        for (final String layer : layers) {
            assertThat(distance(gradients.get(0).gradient(layer), gradients.get(1).gradient(layer))).as("gradient by %s", layer)
                    .isLessThanOrEqualTo(DISTANCE);
        }
    }

    private static void compareValues(final NetworkGraph graph, final FeatureMaps pictures, final Set<String> layers) throws Exception {
        final List<Executor> executors = Executors.all();
        try (NetworkSession one = executors.get(0).open(graph); NetworkSession other = executors.get(1).open(graph)) {
            final Map<String, FeatureMaps> found = one.forward(pictures, layers);
            final Map<String, FeatureMaps> expected = other.forward(pictures, layers);
            for (final String layer : layers) {
                assertThat(largestDifference(found.get(layer), expected.get(layer))).as("values of %s", layer).isLessThanOrEqualTo(VALUES);
            }
        }
    }

    private static List<Gradients> gradients(final NetworkGraph graph, final FeatureMaps pictures, final Set<String> layers) throws Exception {
        final List<Executor> executors = Executors.all();
        try (NetworkSession one = executors.get(0).open(graph); NetworkSession other = executors.get(1).open(graph)) {
            final Pass pass = Pass.of(graph, pictures);
            final Target target = Target.logit(graph, LABEL);
            return List.of(one.gradients(pass, target, layers, ReluRule.GRADIENT), other.gradients(pass, target, layers, ReluRule.GRADIENT));
        }
    }

    /** The same network without kinks. */
    private static NetworkGraph smooth(final NetworkGraph graph) throws Exception {
        return new NetworkGraph("smooth", graph.nodes().stream().map(node -> new Node(node.name(), smooth(node.operator()), node.inputs())).toList());
    }

    private static Operator smooth(final Operator operator) {
        return switch (operator) {
            case Activation activation -> switch (activation.function()) {
                case RELU, LEAKY_RELU, CLIP, HARD_SWISH -> new Activation(Function.SWISH);
                case HARD_SIGMOID -> new Activation(Function.SIGMOID);
                default -> activation;
            };
            case Pooling pooling -> new Pooling(Reduction.AVERAGE, pooling.window(), pooling.counted());
            default -> operator;
        };
    }

    private static double largestDifference(final FeatureMaps found, final FeatureMaps expected) {
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.values().length; i++) {
            largest = Math.max(largest, Math.abs(expected.values()[i]));
            difference = Math.max(difference, Math.abs(found.values()[i] - expected.values()[i]));
        }
        // Layers above the logits have gradient zero on both.
        return difference == 0 ? 0 : difference / largest;
    }

    private static double distance(final FeatureMaps found, final FeatureMaps expected) {
        double squares = 0;
        double differences = 0;
        for (int i = 0; i < expected.values().length; i++) {
            squares += Math.pow(expected.values()[i], 2);
            differences += Math.pow(found.values()[i] - expected.values()[i], 2);
        }
        return differences == 0 ? 0 : Math.sqrt(differences / squares);
    }

    private static FeatureMaps pictures(final NetworkGraph graph) {
        final Random random = new Random(9);
        final float[] values = new float[IMAGES * (int) graph.input().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new FeatureMaps(IMAGES, graph.input(), values);
    }
}
