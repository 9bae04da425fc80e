package org.filterscope.engine.onnx.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
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
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;

/** Writes layers into an ONNX graph, in the order of the network. The node that computes a layer and its result go by the layer's name. */
public final class ForwardNodes {
    private final NetworkGraph network;
    private final OnnxGraph graph;
    private final boolean exchange;
    /** As later layers see them. */
    private final Map<String, Value> values = new HashMap<>();
    /** As computed or given. */
    private final Map<String, Value> results = new HashMap<>();

    /** @param exchange whether others are to read it: ONNX's own words are then preferred where ours are more exact */
    public ForwardNodes(final NetworkGraph network, final OnnxGraph graph, final boolean exchange) {
        this.network = network;
        this.graph = graph;
        this.exchange = exchange;
    }

    /** Makes a layer an input of the graph. */
    public void give(final String layer) {
        final Shape shape = network.shape(layer);
        put(new Value(graph.input(layer, List.of(OnnxGraph.IMAGES, shape.channels(), shape.rows(), shape.cols())), shape, false), layer);
    }

    /** Computes a layer from its inputs. */
    public void compute(final Node node) {
        final Value first = value(node.inputs().get(0));
        final boolean flat = flat(node, first);
        call(node).toLayer(node.name());
        put(new Value(node.name(), network.shape(node.name()), flat), node.name());
    }

    /** Computes a layer without positions as {@code [image, channel]}, whatever comes out of its own node. */
    void computeVector(final Node node) {
        if (flat(node, value(node.inputs().get(0)))) {
            compute(node);
        } else {
            graph.call("Flatten", call(node).to(node.name() + "/maps")).toLayer(node.name());
            put(new Value(node.name(), network.shape(node.name()), true), node.name());
        }
    }

    /** From now on, layers that take this layer take the value instead. */
    public void replace(final String layer, final Value value) {
        values.put(layer, value);
    }

    /** A layer as the layers above it see it. */
    public Value value(final String layer) {
        return values.get(layer);
    }

    /** A layer as it was computed or given. */
    public Value result(final String layer) {
        return results.get(layer);
    }

    /** A layer's input, as maps. */
    public Value maps(final Node node, final int input) {
        return graph.maps(value(node.inputs().get(input)));
    }

    private void put(final Value value, final String layer) {
        results.put(layer, value);
        values.put(layer, value);
    }

    private static boolean flat(final Node node, final Value first) {
        return switch (node.operator()) {
            case Dense dense -> true;
            case Flatten flatten -> true;
            case Identity identity -> first.flat();
            case Activation activation -> first.flat();
            case Softmax softmax -> first.flat();
            case BatchNormalization normalization -> first.flat();
            default -> false;
        };
    }

    private OnnxCall call(final Node node) {
        final String layer = node.name();
        final String first = value(node.inputs().get(0)).name();
        return switch (node.operator()) {
            case Input input -> throw new IllegalArgumentException("an input is given, not computed");
            case Identity identity -> graph.call("Identity", first);
            case Convolution convolution -> new ConvolutionNodes(graph).convolve(layer, convolution, maps(node, 0));
            case TransposedConvolution convolution -> new ConvolutionNodes(graph).paint(layer, convolution, maps(node, 0));
            case Pooling pooling -> new PoolingNodes(graph).pool(layer, pooling, maps(node, 0));
            case GlobalPooling(var reduction) ->
                graph.call(reduction == Reduction.MAXIMUM ? "GlobalMaxPool" : "GlobalAveragePool", maps(node, 0).name());
            case BatchNormalization normalization -> normalize(layer, normalization, first);
            case Activation activation -> new ActivationNodes(graph).apply(layer, activation, first);
            case Softmax(var logarithmic) -> graph.call(logarithmic ? "LogSoftmax" : "Softmax", first).with("axis", 1L);
            case Dense(var weights, var bias) -> graph.call("Gemm", graph.vectors(value(node.inputs().get(0))).name(),
                    graph.weights(layer + "/weights", weights), graph.weights(layer + "/bias", bias)).with("transB", 1L);
            case Flatten flatten -> graph.call("Flatten", first);
            case Add add -> allOrTwo(node, "Sum", "Add");
            case Multiply multiply -> product(node);
            case Maximum maximum -> graph.call("Max", inputs(node));
            case Mean mean -> graph.call("Mean", inputs(node));
            case Concatenate concatenate -> graph.call("Concat", inputs(node)).with("axis", 1L);
            case Affine affine -> affine(layer, affine, maps(node, 0).name());
            case ParametricRelu(var slope) -> graph.call("PRelu", maps(node, 0).name(), channels(layer + "/slope", slope));
            case LocalResponseNormalization normalization -> graph.call("LRN", maps(node, 0).name()).with("size", (long) normalization.size())
                    .with("bias", (float) normalization.bias()).with("beta", (float) normalization.beta())
                    .with("alpha", (float) (normalization.alpha() * normalization.size()));
            case ZeroPadding(var padding) -> Windows.pad(graph, maps(node, 0), padding, "");
            case Cropping(var amounts) -> Windows.crop(graph, maps(node, 0), amounts);
            case ChannelSelection(var channels) -> graph.call("Gather", maps(node, 0).name(),
                    graph.integers(channels.stream().mapToLong(Integer::longValue).toArray())).with("axis", 1L);
            case Reshape(var result, var order) -> Reshaping.call(graph, layer, order, maps(node, 0), result);
            case Resize resize -> resize(layer, resize, maps(node, 0));
        };
    }

    private OnnxCall resize(final String layer, final Resize resize, final Value maps) {
        final ResizeNodes nodes = new ResizeNodes(graph);
        return exchange ? nodes.named(layer, resize, maps) : nodes.exact(layer, resize, maps);
    }

    private OnnxCall normalize(final String layer, final BatchNormalization normalization, final String x) {
        return graph.call("BatchNormalization", x, graph.weights(layer + "/gamma", normalization.gamma()),
                graph.weights(layer + "/beta", normalization.beta()), graph.weights(layer + "/mean", normalization.mean()),
                graph.weights(layer + "/variance", normalization.variance())).with("epsilon", (float) normalization.epsilon());
    }

    private OnnxCall affine(final String layer, final Affine affine, final String x) {
        final String scaled = graph.call("Mul", x, channels(layer + "/factor", affine.factor())).to(layer + "/scaled");
        return graph.call("Add", scaled, channels(layer + "/summand", affine.summand()));
    }

    private String channels(final String key, final Tensor tensor) {
        return graph.channels(key, false, tensor.values());
    }

    private OnnxCall allOrTwo(final Node node, final String all, final String two) {
        return graph.call(node.inputs().size() == 2 ? two : all, inputs(node));
    }

    private OnnxCall product(final Node node) {
        final List<String> inputs = inputs(node);
        if (inputs.size() == 1) {
            return graph.call("Identity", inputs);
        }
        String product = inputs.get(0);
        for (int i = 1; i < inputs.size() - 1; i++) {
            product = graph.call("Mul", product, inputs.get(i)).to(node.name() + "/product");
        }
        return graph.call("Mul", product, inputs.getLast());
    }

    private List<String> inputs(final Node node) {
        final List<String> inputs = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            inputs.add(maps(node, i).name());
        }
        return inputs;
    }
}
