package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.read.RefusedException;

/**
 * Builds the network's graph layer by layer. A fused activation becomes a node of its own that keeps the layer's name, because that is the
 * value Keras shows for the layer; the value before it is called {@code NAME/linear}.
 */
final class KerasGraph {
    private static final Set<String> KINDS = Set.of("InputLayer", "Conv2D", "DepthwiseConv2D", "SeparableConv2D", "MaxPooling2D",
            "AveragePooling2D", "GlobalMaxPooling2D", "GlobalAveragePooling2D", "BatchNormalization", "Activation", "ReLU", "LeakyReLU", "ELU",
            "PReLU", "Softmax", "Dense", "Flatten", "Reshape", "Add", "Multiply", "Maximum", "Average", "Concatenate", "ZeroPadding2D",
            "Cropping2D", "Rescaling", "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "AlphaDropout",
            "ActivityRegularization");

    private final Optional<Size> size;
    private final KerasLayers layers;
    private final KerasActivations activations;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    /** Vectors made of maps, and the maps' shape: Keras flattens them in another order. */
    private final Map<String, Shape> flattened = new HashMap<>();

    KerasGraph(final KerasFile file, final Optional<Size> size) throws InvalidNetworkException {
        this.size = size;
        layers = new KerasLayers(file);
        activations = new KerasActivations(file.version());
    }

    static void checkSupported(final KerasLayer layer) throws RefusedException {
        if (!KINDS.contains(layer.kind())) {
            throw new RefusedException("layers of this kind are not supported");
        }
    }

    void add(final KerasLayer layer) throws RefusedException, InvalidNetworkException {
        checkSupported(layer);
        final KerasSettings settings = new KerasSettings(layer.config());
        List<String> inputs = layer.inputs();
        if (layer.kind().equals("SeparableConv2D")) {
            final String depthwise = layer.name() + "/depthwise";
            append(depthwise, layers.depthwise(layer, settings, input(inputs), false), inputs);
            inputs = List.of(depthwise);
        }
        final String fused = layer.kind().equals("Activation") ? "linear" : settings.text("activation", "linear");
        final Operator operator = operator(layer, settings, inputs);
        if (fused.equals("linear")) {
            append(layer.name(), operator, inputs);
        } else {
            final String linear = layer.name() + "/linear";
            append(linear, operator, inputs);
            append(layer.name(), activations.named(fused), List.of(linear));
        }
    }

    NetworkGraph finish() throws InvalidNetworkException {
        if (!nodes.isEmpty() && flattened.containsKey(nodes.getLast().name())) {
            throw new InvalidNetworkException("the model ends with flattened maps; only models that end with classes or maps can be read");
        }
        return new NetworkGraph(KerasReader.FORMAT, nodes);
    }

    private Operator operator(final KerasLayer layer, final KerasSettings settings, final List<String> inputs)
            throws RefusedException, InvalidNetworkException {
        if (layer.kind().equals("InputLayer")) {
            return new Input(input(layer));
        }
        final Shape in = input(inputs);
        return switch (layer.kind()) {
            case "Conv2D" -> layers.convolution(layer, settings, in);
            case "DepthwiseConv2D" -> layers.depthwise(layer, settings, in, true);
            case "SeparableConv2D" -> layers.pointwise(layer, settings, in);
            case "MaxPooling2D" -> layers.pooling(Reduction.MAXIMUM, settings, in);
            case "AveragePooling2D" -> layers.pooling(Reduction.AVERAGE, settings, in);
            case "GlobalMaxPooling2D" -> layers.global(Reduction.MAXIMUM, settings);
            case "GlobalAveragePooling2D" -> layers.global(Reduction.AVERAGE, settings);
            case "BatchNormalization" -> {
                requireMaps(inputs);
                yield layers.batchNormalization(layer, settings, in);
            }
            case "Activation" -> activations.named(settings.text("activation", "linear"));
            case "ReLU" -> KerasActivations.relu(settings);
            case "LeakyReLU" -> KerasActivations.leakyRelu(settings);
            case "ELU" -> new Activation(Function.ELU, settings.number("alpha", 1), 0);
            case "PReLU" -> layers.parametricRelu(layer, in);
            case "Softmax" -> {
                KerasLayers.requireLastAxis(settings, in);
                yield new Softmax();
            }
            case "Dense" -> layers.dense(layer, settings, in, flattened.getOrDefault(inputs.get(0), in));
            case "Flatten" -> new Flatten();
            case "Reshape" -> {
                requireMaps(inputs);
                yield layers.reshape(settings, in);
            }
            case "Add" -> new Add();
            case "Multiply" -> new Multiply();
            case "Maximum" -> new Maximum();
            case "Average" -> new Mean();
            case "Concatenate" -> {
                requireMaps(inputs);
                KerasLayers.requireLastAxis(settings, in);
                yield new Concatenate();
            }
            case "ZeroPadding2D" -> layers.zeroPadding(settings);
            case "Cropping2D" -> layers.cropping(settings);
            case "Rescaling" -> layers.rescaling(settings, in);
            default -> new Identity();
        };
    }

    private Shape input(final List<String> inputs) throws RefusedException {
        if (inputs.isEmpty()) {
            throw new RefusedException("it has no input");
        }
        return shapes.get(inputs.get(0));
    }

    /** Refuses vectors whose values Keras holds in another order than we do. */
    private void requireMaps(final List<String> inputs) throws RefusedException {
        if (inputs.stream().anyMatch(flattened::containsKey)) {
            throw new RefusedException("it works on maps that were flattened before; only dense layers can do that");
        }
    }

    private void append(final String name, final Operator operator, final List<String> inputs) throws RefusedException {
        try {
            final List<Shape> given = new ArrayList<>();
            for (final String input : inputs) {
                given.add(shapes.get(input));
            }
            shapes.put(name, operator.shape(given));
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new RefusedException(e.getMessage());
        }
        nodes.add(new Node(name, operator, inputs));
        switch (operator) {
            case Flatten flatten when shapes.get(inputs.get(0)).hasMaps() -> flattened.put(name, shapes.get(inputs.get(0)));
            case Input input -> {
            }
            case Dense dense -> {
                // its outputs have an order of their own
            }
            default -> keepOrder(name, inputs);
        }
    }

    private void keepOrder(final String name, final List<String> inputs) throws RefusedException {
        final List<Optional<Shape>> orders = inputs.stream().map(input -> Optional.ofNullable(flattened.get(input))).distinct().toList();
        if (orders.size() > 1) {
            throw new RefusedException("it combines flattened maps with something else");
        }
        orders.get(0).ifPresent(maps -> flattened.put(name, maps));
    }

    private Shape input(final KerasLayer layer) throws RefusedException {
        final JsonElement given = layer.config().has("batch_input_shape") ? layer.config().get("batch_input_shape")
                : layer.config().get("batch_shape");
        if (given == null || !given.isJsonArray() || given.getAsJsonArray().size() != 4) {
            throw new RefusedException("its shape must be [batch, rows, columns, channels], not %s".formatted(given));
        }
        final JsonArray shape = given.getAsJsonArray();
        final int rows = length(shape.get(1), size.map(Size::rows));
        final int cols = length(shape.get(2), size.map(Size::cols));
        if (shape.get(3).isJsonNull()) {
            throw new RefusedException("its number of channels is open");
        }
        return new Shape(length(shape.get(3), Optional.empty()), rows, cols);
    }

    private static int length(final JsonElement given, final Optional<Integer> configured) throws RefusedException {
        if (given.isJsonNull()) {
            return configured.orElseThrow(
                    () -> new RefusedException("the model leaves the input's size open; give it: 'input: { size: [rows, columns] }' in a "
                            + "configuration, --size ROWSxCOLS for inspect"));
        }
        final int length;
        try {
            length = given.getAsInt();
        } catch (final NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw new RefusedException("its shape holds %s instead of a number".formatted(given));
        }
        if (length < 1 || configured.isPresent() && configured.get() != length) {
            throw new RefusedException("the model's input has %d pixels along one side, the configuration's 'input: size' says %s"
                    .formatted(length, configured.map(String::valueOf).orElse("nothing")));
        }
        return length;
    }
}
