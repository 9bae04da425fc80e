package org.filterscope.reference.onnx;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.engine.execution.Executor;
import org.filterscope.reference.onnx.Style.Batch;
import org.filterscope.reference.onnx.Style.Naming;
import org.filterscope.reference.onnx.Style.Weights;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Well-known networks as PyTorch's exporters of ten years write them: what we read shows what ONNX Runtime computes, layer by layer. */
class TorchNetworksTest {
    private static final Style OLDEST = new Style(7, Naming.NONE, Weights.INPUTS, Batch.ONE);
    private static final Style OLD = new Style(9, Naming.NUMBERS, Weights.INPUTS, Batch.ONE);
    private static final Style MIDDLE = new Style(11, Naming.NUMBERS, Weights.CONSTANTS, Batch.OPEN);
    private static final Style DYNAMO = new Style(18, Naming.METADATA, Weights.EXTERNAL, Batch.OPEN);

    @TempDir
    Path folder;

    /** Names and makes a network. */
    private interface Make {
        TorchModel make(Style style);
    }

    @ParameterizedTest(name = "{0}, {2}, by {3}")
    @MethodSource("networks")
    void everyLayerShowsWhatOnnxRuntimeComputes(final String name, final Make network, final Style style, final Executor executor)
            throws Exception {
        final TorchModel model = network.make(style);
        Agreement.check(executor, model.write(folder.resolve("model.onnx")),
                model.complete(), model.layers(), false);
    }

    static List<Arguments> networks() throws Exception {
        final List<Arguments> networks = new ArrayList<>();
        Stream.of(OLDEST, OLD, Style.torch(17)).forEach(style -> networks.add(arguments("AlexNet", (Make) ClassicNetworks::alexNet, style)));
        Stream.of(OLDEST, MIDDLE, Style.torch(21)).forEach(style -> networks.add(arguments("VGG-16", (Make) ClassicNetworks::vgg16, style)));
        Stream.of(OLD, MIDDLE, Style.torch(13))
                .forEach(style -> networks.add(arguments("SqueezeNet 1.1", (Make) ClassicNetworks::squeezeNet, style)));
        Stream.of(OLDEST, Style.torch(13), DYNAMO).forEach(style -> networks.add(arguments("encoder", (Make) ClassicNetworks::encoder, style)));
        Stream.of(OLD, Style.torch(17), DYNAMO).forEach(style -> networks.add(arguments("ResNet-18", (Make) ResidualNetworks::resNet18, style)));
        networks.add(arguments("ResNet-50", (Make) ResidualNetworks::resNet50, Style.torch(13)));
        networks.add(arguments("DenseNet", (Make) ResidualNetworks::denseNet, Style.torch(17)));
        Stream.of(OLD, Style.torch(17)).forEach(style -> networks.add(arguments("Inception v3", (Make) ResidualNetworks::inception, style)));
        networks.add(arguments("MobileNet v1", (Make) MobileNetworks::mobileNet1, OLD));
        Stream.of(OLDEST, MIDDLE, Style.torch(17))
                .forEach(style -> networks.add(arguments("MobileNet v2", (Make) MobileNetworks::mobileNet2, style)));
        Stream.of(MIDDLE, Style.torch(13), Style.torch(17))
                .forEach(style -> networks.add(arguments("MobileNet v3", (Make) MobileNetworks::mobileNet3, style)));
        networks.add(arguments("EfficientNet", (Make) MobileNetworks::efficientNet, Style.torch(17)));
        Stream.of(OLD, Style.torch(17), DYNAMO)
                .forEach(style -> networks.add(arguments("ShuffleNet v2", (Make) MobileNetworks::shuffleNet, style)));
        Stream.of(OLD, Style.torch(17))
                .forEach(style -> networks.add(arguments("U-Net, transposed", (Make) DecodingNetworks::transposedUNet, style)));
        Stream.of("pytorch_half_pixel", "align_corners", "half_pixel").forEach(coordinates -> networks.add(arguments("U-Net, " + coordinates,
                (Make) style -> DecodingNetworks.resizedUNet(style, "linear", coordinates), Style.torch(17))));
        networks.add(arguments("U-Net, nearest", (Make) style -> DecodingNetworks.resizedUNet(style, "nearest", "asymmetric"), Style.torch(13)));
        Stream.of(OLDEST, Style.torch(17)).forEach(style -> networks.add(arguments("generator", (Make) DecodingNetworks::generator, style)));
        final List<Arguments> each = new ArrayList<>();
        for (final Executor executor : Agreement.executors()) {
            networks.forEach(network -> each.add(arguments(network.get()[0], network.get()[1], network.get()[2],
                    Named.of(executor.name(), executor))));
        }
        return each;
    }
}
