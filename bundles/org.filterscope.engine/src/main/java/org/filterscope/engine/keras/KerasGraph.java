package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.read.RefusedException;

/**
 * Builds the network's graph layer by layer. A fused activation becomes a node of its own that keeps the layer's name, because that is the
 * value Keras shows for the layer; the value before it is called {@code NAME/linear}.
 */
final class KerasGraph {
    private static final Set<String> KINDS = Set.of("InputLayer", "Conv2D", "MaxPooling2D", "AveragePooling2D", "GlobalMaxPooling2D",
            "GlobalAveragePooling2D", "BatchNormalization", "Activation", "ReLU", "Softmax", "Dense", "Flatten", "Add", "Concatenate",
            "ZeroPadding2D", "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout");

    private final KerasFile file;
    private final Optional<Size> size;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();
    /** Vectors made of maps, and the maps' shape: Keras flattens them in another order. */
    private final Map<String, Shape> flattened = new HashMap<>();

    KerasGraph(final KerasFile file, final Optional<Size> size) {
        this.file = file;
        this.size = size;
    }

    static void checkSupported(final KerasLayer layer) throws RefusedException {
        if (!KINDS.contains(layer.kind())) {
            throw new RefusedException("layers of this kind are not supported");
        }
    }

    void add(final KerasLayer layer) throws RefusedException, InvalidNetworkException {
        checkSupported(layer);
        final KerasSettings settings = new KerasSettings(layer.config());
        final String fused = layer.kind().equals("Activation") ? "linear" : settings.text("activation", "linear");
        final Operator operator = operator(layer, settings);
        if (fused.equals("linear")) {
            append(layer.name(), operator, layer.inputs());
        } else {
            final String linear = layer.name() + "/linear";
            append(linear, operator, layer.inputs());
            append(layer.name(), activation(fused), List.of(linear));
        }
    }

    NetworkGraph finish() throws InvalidNetworkException {
        return new NetworkGraph(KerasReader.FORMAT, nodes);
    }

    private Operator operator(final KerasLayer layer, final KerasSettings settings) throws RefusedException, InvalidNetworkException {
        return switch (layer.kind()) {
            case "InputLayer" -> new Input(input(layer));
            case "Conv2D" -> convolution(layer, settings);
            case "MaxPooling2D" -> new Pooling(Reduction.MAXIMUM, poolWindow(layer, settings));
            case "AveragePooling2D" -> new Pooling(Reduction.AVERAGE, poolWindow(layer, settings));
            case "GlobalMaxPooling2D" -> global(Reduction.MAXIMUM, settings);
            case "GlobalAveragePooling2D" -> global(Reduction.AVERAGE, settings);
            case "BatchNormalization" -> batchNormalization(layer, settings);
            case "Activation" -> activation(settings.text("activation", "linear"));
            case "ReLU" -> plainRelu(settings);
            case "Softmax" -> new Softmax();
            case "Dense" -> dense(layer);
            case "Flatten" -> new Flatten();
            case "Add" -> new Add();
            case "Concatenate" -> concatenate(layer, settings);
            case "ZeroPadding2D" -> zeroPadding(settings);
            default -> new Identity();
        };
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
            case Flatten flatten -> flattened.put(name, shapes.get(inputs.get(0)));
            case Activation activation -> keepOrder(name, inputs);
            case Identity identity -> keepOrder(name, inputs);
            default -> {
            }
        }
    }

    private void keepOrder(final String name, final List<String> inputs) {
        if (flattened.containsKey(inputs.get(0))) {
            flattened.put(name, flattened.get(inputs.get(0)));
        }
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
                    () -> new RefusedException("the model leaves the input's size open; give it as 'input: { size: [rows, columns] }'"));
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

    private Convolution convolution(final KerasLayer layer, final KerasSettings settings) throws RefusedException, InvalidNetworkException {
        settings.requireChannelsLast();
        if (settings.number("groups", 1) != 1) {
            throw new RefusedException("grouped convolutions are not supported");
        }
        final Shape in = shapes.get(layer.inputs().get(0));
        final int[] kernel = settings.pair("kernel_size", 1);
        final int filters = settings.whole("filters");
        final Tensor weights = file.weights(layer.name(), "kernel", kernel[0], kernel[1], in.channels(), filters);
        return new Convolution(filterChannelRowCol(weights), bias(layer, settings, filters),
                window(kernel, settings.pair("strides", 1), settings.pair("dilation_rate", 1), settings, in));
    }

    private Tensor bias(final KerasLayer layer, final KerasSettings settings, final int outputs) throws InvalidNetworkException {
        return settings.truth("use_bias", true) ? file.weights(layer.name(), "bias", outputs) : Tensor.vector(new float[outputs]);
    }

    private Window poolWindow(final KerasLayer layer, final KerasSettings settings) throws RefusedException {
        settings.requireChannelsLast();
        final int[] size = settings.pair("pool_size", 2);
        final boolean strided = settings.config().has("strides") && !settings.config().get("strides").isJsonNull();
        return window(size, strided ? settings.pair("strides", 1) : size, new int[] {1, 1}, settings, shapes.get(layer.inputs().get(0)));
    }

    private static Window window(final int[] kernel, final int[] stride, final int[] dilation, final KerasSettings settings, final Shape input)
            throws RefusedException {
        return switch (settings.text("padding", "valid")) {
            case "valid" -> new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], Padding.NONE);
            case "same" -> Window.same(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], input);
            default -> throw new RefusedException("padding '%s' is not supported".formatted(settings.text("padding", "")));
        };
    }

    private static GlobalPooling global(final Reduction reduction, final KerasSettings settings) throws RefusedException {
        settings.requireChannelsLast();
        return new GlobalPooling(reduction);
    }

    private BatchNormalization batchNormalization(final KerasLayer layer, final KerasSettings settings)
            throws RefusedException, InvalidNetworkException {
        final JsonElement axis = layer.config().get("axis");
        final int last = axis == null ? -1 : axis.isJsonArray() ? axis.getAsJsonArray().get(0).getAsInt() : axis.getAsInt();
        if (last != -1 && last != 3 || flattened.containsKey(layer.inputs().get(0))) {
            throw new RefusedException("only normalization over the channels of maps is supported");
        }
        final int channels = shapes.get(layer.inputs().get(0)).channels();
        final Tensor gamma = settings.truth("scale", true) ? file.weights(layer.name(), "gamma", channels) : constant(channels, 1);
        final Tensor beta = settings.truth("center", true) ? file.weights(layer.name(), "beta", channels) : constant(channels, 0);
        return new BatchNormalization(gamma, beta, file.weights(layer.name(), "moving_mean", channels),
                file.weights(layer.name(), "moving_variance", channels), settings.number("epsilon", 1e-3));
    }

    private Dense dense(final KerasLayer layer) throws RefusedException, InvalidNetworkException {
        final KerasSettings settings = new KerasSettings(layer.config());
        final String input = layer.inputs().get(0);
        final int outputs = settings.whole("units");
        final Tensor weights = file.weights(layer.name(), "kernel", shapes.get(input).channels(), outputs);
        return new Dense(outputInput(weights, flattened.getOrDefault(input, shapes.get(input))), bias(layer, settings, outputs));
    }

    private Concatenate concatenate(final KerasLayer layer, final KerasSettings settings) throws RefusedException {
        final double axis = settings.number("axis", -1);
        if (axis != -1 && axis != 3 || layer.inputs().stream().anyMatch(flattened::containsKey)) {
            throw new RefusedException("only the channels of maps can be concatenated");
        }
        return new Concatenate();
    }

    private static ZeroPadding zeroPadding(final KerasSettings settings) throws RefusedException {
        settings.requireChannelsLast();
        try {
            final JsonArray sides = settings.config().getAsJsonArray("padding");
            final JsonArray rows = sides.get(0).getAsJsonArray();
            final JsonArray cols = sides.get(1).getAsJsonArray();
            return new ZeroPadding(
                    new Padding(rows.get(0).getAsInt(), cols.get(0).getAsInt(), rows.get(1).getAsInt(), cols.get(1).getAsInt()));
        } catch (final RuntimeException e) {
            throw new RefusedException("its padding %s cannot be understood".formatted(settings.config().get("padding")));
        }
    }

    private static Activation plainRelu(final KerasSettings settings) throws RefusedException {
        if (settings.number("negative_slope", 0) != 0 || settings.number("threshold", 0) != 0
                || !Double.isNaN(settings.number("max_value", Double.NaN))) {
            throw new RefusedException("only the plain ReLU is supported, without slope, threshold or maximum");
        }
        return new Activation(Function.RELU);
    }

    private static Operator activation(final String name) throws RefusedException {
        return switch (name) {
            case "linear" -> new Identity();
            case "relu" -> new Activation(Function.RELU);
            case "sigmoid" -> new Activation(Function.SIGMOID);
            case "tanh" -> new Activation(Function.TANH);
            case "softmax" -> new Softmax();
            default -> throw new RefusedException("the activation '%s' is not supported".formatted(name));
        };
    }

    private static Tensor constant(final int length, final float value) {
        final float[] values = new float[length];
        Arrays.fill(values, value);
        return Tensor.vector(values);
    }

    /** {@code [row, col, channel, filter]} to {@code [filter, channel, row, col]}. */
    private static Tensor filterChannelRowCol(final Tensor kernel) {
        final int rows = kernel.length(0);
        final int cols = kernel.length(1);
        final int channels = kernel.length(2);
        final int filters = kernel.length(3);
        final float[] turned = new float[kernel.values().length];
        int from = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                for (int i = 0; i < channels; i++) {
                    for (int o = 0; o < filters; o++) {
                        turned[((o * channels + i) * rows + r) * cols + c] = kernel.values()[from++];
                    }
                }
            }
        }
        return new Tensor(List.of(filters, channels, rows, cols), turned);
    }

    /** {@code [input, output]} to {@code [output, input]}, the input's order turned from row, column, channel to channel, row, column. */
    private static Tensor outputInput(final Tensor kernel, final Shape maps) {
        final int outputs = kernel.length(1);
        final int inputs = kernel.length(0);
        final int positions = maps.rows() * maps.cols();
        final float[] turned = new float[kernel.values().length];
        for (int i = 0; i < inputs; i++) {
            final int target = i % maps.channels() * positions + i / maps.channels();
            for (int o = 0; o < outputs; o++) {
                turned[o * inputs + target] = kernel.values()[i * outputs + o];
            }
        }
        return new Tensor(List.of(outputs, inputs), turned);
    }
}
