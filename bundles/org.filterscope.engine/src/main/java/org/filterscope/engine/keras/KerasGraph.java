package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonElement;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Reshape.Order;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.read.RefusedException;

/**
 * Builds the network's graph layer by layer. A fused activation becomes a node of its own that keeps the layer's name, because that is the
 * value Keras shows for the layer; the value before it is called {@code NAME/linear}.
 */
final class KerasGraph {
    private static final Map<String, Build> KINDS = kinds();

    private final KerasFile file;
    private final KerasInput input;
    private final KerasFormat format;
    private final KerasConvolutions convolutions;
    private final KerasLayers layers;
    private final KerasActivations activations;
    private final KerasNodes nodes = new KerasNodes();
    private final KerasOperations operations;

    /** Makes the nodes of one kind of layer. */
    private interface Build {
        void build(KerasGraph graph, KerasLayer layer, KerasSettings settings) throws RefusedException, InvalidNetworkException;
    }

    /** Makes the operator of a layer with maps as its input. */
    private interface OfMaps {
        Operator operator(KerasGraph graph, KerasLayer layer, KerasSettings settings, Shape in) throws RefusedException, InvalidNetworkException;
    }

    KerasGraph(final KerasFile file, final Optional<Size> size, final KerasFormat format) throws InvalidNetworkException {
        this.file = file;
        this.format = format;
        input = new KerasInput(size, format);
        convolutions = new KerasConvolutions(file);
        layers = new KerasLayers(file, format);
        activations = new KerasActivations(file.version());
        operations = new KerasOperations(nodes, format);
    }

    private static Map<String, Build> kinds() {
        final Map<String, Build> kinds = new HashMap<>();
        kinds.put("InputLayer", (graph, layer, settings) -> graph.nodes.append(layer.name(), new Input(graph.input.shape(layer)), List.of()));
        kinds.put("Conv2D", maps((graph, layer, settings, in) -> graph.convolutions.convolution(layer, settings, in)));
        kinds.put("Conv2DTranspose", maps((graph, layer, settings, in) -> graph.convolutions.transposed(layer, settings, in)));
        kinds.put("DepthwiseConv2D", maps((graph, layer, settings, in) -> graph.convolutions.depthwise(layer, settings, in, true)));
        kinds.put("SeparableConv2D", KerasGraph::separable);
        kinds.put("MaxPooling2D", maps((graph, layer, settings, in) -> graph.convolutions.pooling(Reduction.MAXIMUM, settings, in)));
        kinds.put("AveragePooling2D", maps((graph, layer, settings, in) -> graph.convolutions.pooling(Reduction.AVERAGE, settings, in)));
        kinds.put("GlobalMaxPooling2D", (graph, layer, settings) -> graph.global(layer, settings, Reduction.MAXIMUM));
        kinds.put("GlobalAveragePooling2D", (graph, layer, settings) -> graph.global(layer, settings, Reduction.AVERAGE));
        kinds.put("ZeroPadding2D", maps((graph, layer, settings, in) -> KerasGeometry.sides(settings, "padding", ZeroPadding::new)));
        kinds.put("Cropping2D", maps((graph, layer, settings, in) -> KerasGeometry.sides(settings, "cropping", Cropping::new)));
        kinds.put("CenterCrop", maps((graph, layer, settings, in) -> KerasGeometry.centerCrop(settings, in)));
        kinds.put("UpSampling2D", maps((graph, layer, settings, in) -> KerasGeometry.upSampling(settings, in, graph.file.version())));
        kinds.put("Resizing", maps((graph, layer, settings, in) -> KerasGeometry.resizing(settings, in)));
        kinds.put("BatchNormalization", (graph, layer, settings) -> {
            graph.requireChannels(layer, settings);
            graph.append(layer, graph.layers.batchNormalization(layer, settings, graph.ordered(layer)));
        });
        kinds.put("Normalization", (graph, layer, settings) -> graph.append(layer,
                graph.layers.normalization(layer, settings, graph.ordered(layer), graph.isVector(layer))));
        kinds.put("Rescaling", (graph, layer, settings) -> graph.append(layer,
                graph.layers.rescaling(settings, graph.nodes.shape(first(layer)), graph.isVector(layer))));
        kinds.put("PReLU", (graph, layer, settings) -> graph.append(layer,
                graph.layers.parametricRelu(layer, settings, graph.ordered(layer), graph.isVector(layer))));
        kinds.put("Activation", (graph, layer, settings) -> graph.activate(layer.name(), settings.config().get("activation"), first(layer)));
        kinds.put("ReLU", (graph, layer, settings) -> graph.append(layer, KerasActivations.relu(settings)));
        kinds.put("LeakyReLU", (graph, layer, settings) -> graph.append(layer, KerasActivations.leakyRelu(settings)));
        kinds.put("ELU", (graph, layer, settings) -> graph.append(layer, KerasActivations.elu(settings)));
        kinds.put("Softmax", (graph, layer, settings) -> graph.softmax(layer, false));
        kinds.put("LogSoftmax", (graph, layer, settings) -> graph.softmax(layer, true));
        kinds.put("Dense", KerasGraph::dense);
        kinds.put("Flatten", KerasGraph::flatten);
        kinds.put("Reshape", KerasGraph::reshape);
        kinds.put("Concatenate", (graph, layer, settings) -> {
            graph.requireChannels(layer, KerasOperations.settings(layer));
            graph.ordered(layer);
            graph.append(layer, new Concatenate());
        });
        kinds.put("Average", (graph, layer, settings) -> graph.append(layer, new Mean()));
        kinds.put("Maximum", (graph, layer, settings) -> {
            if (graph.operations.hasConstant(layer)) {
                graph.operations.maximumWithConstant(layer);
            } else {
                graph.append(layer, new Maximum());
            }
        });
        for (final String kind : List.of("Add", "Subtract", "Multiply", "TrueDivide", "BiasAdd")) {
            kinds.put(kind, (graph, layer, settings) -> graph.operations.arithmetic(layer, kind));
        }
        // In Inception-ResNet v2.
        kinds.put("CustomScaleLayer", (graph, layer, settings) -> graph.operations.weighted(layer.name(), first(layer),
                layer.inputs().getLast(), "scaled", (float) settings.number("scale", 1)));
        kinds.put("Mean", (graph, layer, settings) -> graph.operations.reduce(layer, Reduction.AVERAGE));
        kinds.put("Max", (graph, layer, settings) -> graph.operations.reduce(layer, Reduction.MAXIMUM));
        kinds.put("GetItem", (graph, layer, settings) -> graph.operations.slice(layer));
        kinds.put("Stack", KerasGraph::stack);
        KerasKinds.ACTIVATIONS.forEach((kind, name) -> kinds.put(kind,
                (graph, layer, settings) -> graph.append(layer, graph.activations.named(name))));
        KerasKinds.IDLE.forEach(kind -> kinds.put(kind, (graph, layer, settings) -> graph.append(layer, new Identity())));
        return Map.copyOf(kinds);
    }

    static void checkSupported(final KerasLayer layer) throws RefusedException {
        if (!KINDS.containsKey(KerasKinds.of(layer))) {
            throw new RefusedException(KerasKinds.reason(layer));
        }
    }

    void add(final KerasLayer layer) throws RefusedException, InvalidNetworkException {
        checkSupported(layer);
        if (layer.inputs().isEmpty() != layer.kind().equals("InputLayer")) {
            throw new RefusedException("it has no input");
        }
        if (layer.config().get("dtype") instanceof final JsonElement type && type.toString().contains("Quantized")) {
            throw new RefusedException("its weights are quantized, which is not supported");
        }
        KINDS.get(KerasKinds.of(layer)).build(this, layer, new KerasSettings(layer.config()));
    }

    NetworkGraph finish() throws InvalidNetworkException {
        return nodes.graph(file.format());
    }

    private static Build maps(final OfMaps operator) {
        return (graph, layer, settings) -> {
            final Shape in = graph.maps(layer, settings);
            graph.activated(layer, settings, operator.operator(graph, layer, settings, in), layer.inputs());
        };
    }

    /** Two convolutions; the value between them is called {@code NAME/depthwise}. */
    private void separable(final KerasLayer layer, final KerasSettings settings) throws RefusedException, InvalidNetworkException {
        final String first = layer.name() + "/depthwise";
        nodes.append(first, convolutions.depthwise(layer, settings, maps(layer, settings), false), layer.inputs());
        activated(layer, settings, convolutions.pointwise(layer, settings, nodes.shape(first)), List.of(first));
    }

    private void global(final KerasLayer layer, final KerasSettings settings, final Reduction reduction) throws RefusedException {
        maps(layer, settings);
        append(layer, new GlobalPooling(reduction));
        if (!settings.truth("keepdims", false)) {
            nodes.markVector(layer.name());
        }
    }

    private void dense(final KerasLayer layer, final KerasSettings settings) throws RefusedException, InvalidNetworkException {
        final Shape in = nodes.shape(first(layer));
        if (isVector(layer)) {
            final Shape maps = nodes.flattened(first(layer)).orElse(in);
            activated(layer, settings,
                    layers.dense(layer, settings, in, maps, convolutions.bias(layer, settings, settings.whole("units"))), layer.inputs());
        } else if (format == KerasFormat.CHANNELS_LAST) {
            activated(layer, settings, convolutions.dense(layer, settings, in), layer.inputs());
        } else {
            throw new RefusedException("a dense layer on channels_first maps works along their columns, which is not supported");
        }
    }

    private void softmax(final KerasLayer layer, final boolean logarithmic) throws RefusedException {
        requireChannels(layer, KerasOperations.settings(layer));
        append(layer, new Softmax(logarithmic));
    }

    private void flatten(final KerasLayer layer, final KerasSettings settings) throws RefusedException {
        append(layer, new Flatten());
        if (!isVector(layer) && format.isFlattenedChannelsLast(settings)) {
            nodes.markFlattened(layer.name(), nodes.shape(first(layer)));
        }
    }

    /** Flattened maps are first made maps again, as {@code NAME/maps}. */
    private void reshape(final KerasLayer layer, final KerasSettings settings) throws RefusedException {
        String from = first(layer);
        if (nodes.flattened(from).isPresent()) {
            final String maps = layer.name() + "/maps";
            nodes.append(maps, new Reshape(nodes.flattened(from).get(), Order.CHANNELS_FIRST), List.of(from));
            nodes.markMaps(maps);
            from = maps;
        }
        final List<Integer> target = KerasGeometry.target(settings, nodes.shape(from).size());
        if (target.size() == 1) {
            final boolean vector = nodes.isVector(from);
            nodes.append(layer.name(), vector ? new Identity() : new Flatten(), List.of(from));
            if (!vector && format == KerasFormat.CHANNELS_LAST) {
                nodes.markFlattened(layer.name(), nodes.shape(from));
            }
            return;
        }
        final Shape result = new Shape(target.get(format.channels() - 1), target.get(format.positions().get(0) - 1),
                target.get(format.positions().get(1) - 1));
        final Operator operator = result.equals(nodes.shape(from)) ? new Identity() : new Reshape(result, format.order());
        nodes.append(layer.name(), operator, List.of(from));
        nodes.markMaps(layer.name());
    }

    private void stack(final KerasLayer layer, final KerasSettings settings) throws RefusedException {
        if (KerasFormat.dimension((int) KerasOperations.settings(layer).number("axis", 0), 4) != format.channels()) {
            throw new RefusedException("it stacks along another dimension than the channels");
        }
        nodes.stack(layer.name(), layer.inputs());
    }

    private void append(final KerasLayer layer, final Operator operator) throws RefusedException {
        nodes.append(layer.name(), operator, layer.inputs());
    }

    /** An operator and the layer's own activation behind it. */
    private void activated(final KerasLayer layer, final KerasSettings settings, final Operator operator, final List<String> inputs)
            throws RefusedException {
        final JsonElement activation = settings.config().get("activation");
        if (activations.of(activation) instanceof Identity) {
            nodes.append(layer.name(), operator, inputs);
        } else {
            final String linear = layer.name() + "/linear";
            nodes.append(linear, operator, inputs);
            activate(layer.name(), activation, linear);
        }
    }

    private void activate(final String name, final JsonElement activation, final String from) throws RefusedException {
        final Operator operator = activations.of(activation);
        if (operator instanceof Softmax && format == KerasFormat.CHANNELS_FIRST && !nodes.isVector(from)) {
            throw new RefusedException("its softmax works along the columns of channels_first maps; only the channels are supported");
        }
        nodes.append(name, operator, List.of(from));
    }

    private static String first(final KerasLayer layer) {
        return layer.inputs().get(0);
    }

    private boolean isVector(final KerasLayer layer) {
        return nodes.isVector(first(layer));
    }

    private Shape maps(final KerasLayer layer, final KerasSettings settings) throws RefusedException {
        format.require(settings);
        final Shape shape = nodes.shape(first(layer));
        if (isVector(layer)) {
            throw new RefusedException("it wants maps, its input is a vector of %d values".formatted(shape.channels()));
        }
        return shape;
    }

    /** Refuses vectors whose values Keras holds in another order than we do. */
    private Shape ordered(final KerasLayer layer) throws RefusedException {
        if (layer.inputs().stream().anyMatch(name -> nodes.flattened(name).isPresent())) {
            throw new RefusedException("it works on maps that were flattened before; only dense layers can do that");
        }
        return nodes.shape(first(layer));
    }

    /** Refuses to work along anything but the channels, which are the last axis if the model does not say otherwise. */
    private void requireChannels(final KerasLayer layer, final KerasSettings settings) throws RefusedException {
        final List<Integer> axes = settings.has("axis") ? settings.list("axis") : new ArrayList<>(List.of(-1));
        final int dimensions = isVector(layer) ? 2 : 4;
        final int channels = isVector(layer) ? 1 : format.channels();
        if (axes == null || axes.size() != 1 || KerasFormat.dimension(axes.get(0), dimensions) != channels) {
            throw new RefusedException("it works along the axis %s; only the channels are supported".formatted(
                    settings.has("axis") ? settings.config().get("axis") : -1));
        }
    }
}
