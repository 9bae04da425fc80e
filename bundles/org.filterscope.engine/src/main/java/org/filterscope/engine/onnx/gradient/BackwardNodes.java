package org.filterscope.engine.onnx.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.Arithmetic;
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
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Rearrangement;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.onnx.write.ForwardNodes;
import org.filterscope.engine.onnx.write.OnnxGraph;
import org.filterscope.engine.onnx.write.Value;

/** Writes the gradients of layers into an ONNX graph that already computes the layers, from the target downwards. */
public final class BackwardNodes {
    private final NetworkGraph network;
    private final OnnxGraph graph;
    private final ForwardNodes forward;
    private final ActivationGradients activations;
    private final ArithmeticGradients arithmetic;
    private final WindowGradients windows;
    private final RearrangementGradients rearrangements;
    /** What comes back from each layer above; to be added up. */
    private final Map<String, List<Value>> parts = new HashMap<>();

    public BackwardNodes(final NetworkGraph network, final OnnxGraph graph, final ForwardNodes forward, final ReluRule rule) {
        this.network = network;
        this.graph = graph;
        this.forward = forward;
        activations = new ActivationGradients(graph, rule);
        arithmetic = new ArithmeticGradients(graph, forward);
        windows = new WindowGradients(graph);
        rearrangements = new RearrangementGradients(graph);
    }

    /** Adds something to a layer's gradient. */
    public void add(final String layer, final Value part) {
        parts.computeIfAbsent(layer, name -> new ArrayList<>()).add(graph.ranked(part, forward.value(layer).flat()));
    }

    /** The gradient at a layer as the layers above it see it, once all of them have been gone through; null when it is zero. */
    public Value gradient(final String layer) {
        final List<Value> all = parts.get(layer);
        if (all == null) {
            return null;
        }
        if (all.size() > 1) {
            final Value sum = all.get(0).named(graph.call("Sum", all.stream().map(Value::name).toList()).to(layer + "/gradient"));
            all.clear();
            all.add(sum);
        }
        return all.get(0);
    }

    /**
     * Hands the gradient at a layer's result down to its inputs.
     *
     * @param wanted the layers that it is to be handed to
     */
    public void through(final Node node, final Value gradient, final Set<String> wanted) {
        for (int i = 0; i < node.inputs().size(); i++) {
            if (wanted.contains(node.inputs().get(i))) {
                add(node.inputs().get(i), part(node, i, gradient));
            }
        }
    }

    private Value part(final Node node, final int input, final Value g) {
        final String layer = node.name();
        final Value x = forward.value(node.inputs().get(input));
        final Value y = forward.result(layer);
        return switch (node.operator()) {
            case Input none -> throw new IllegalArgumentException("there is nothing below an input");
            case Identity identity -> g;
            case Activation activation -> g.named(activations.back(layer, activation, x.name(), y.name(), g.name()));
            case BatchNormalization normalization -> arithmetic.normalized(layer, normalization, g);
            case Softmax(var logarithmic) -> g.named(arithmetic.softmax(layer, logarithmic, y, g));
            case Dense(var weights, var bias) -> new Value(graph.call("Gemm", graph.vectors(g).name(),
                    graph.weights(layer + "/weights", weights)).to(layer + "/back"), x.shape(), true);
            case Add add -> arithmetic.spread(layer, graph.maps(g), x.shape());
            case Arithmetic operator -> arithmetic.back(node, operator, input, graph.maps(g));
            case Convolution convolution -> windows.convolution(layer, convolution, graph.maps(g), x.shape());
            case TransposedConvolution convolution -> windows.transposed(layer, convolution, graph.maps(g), x.shape());
            case Pooling pooling -> windows.pooling(layer, pooling, graph.maps(x), graph.maps(g));
            case GlobalPooling(var reduction) -> windows.global(layer, reduction, graph.maps(x), graph.maps(g));
            case Concatenate concatenate -> rearrangements.slice(layer, offset(node, input), x.shape(), graph.maps(g));
            case ZeroPadding(var padding) -> rearrangements.cropped(layer, padding, graph.maps(g));
            case Flatten flatten -> rearrangements.unflattened(layer, x.shape(), g);
            case Rearrangement operator -> rearrangements.back(layer, operator, x.shape(), graph.maps(g));
        };
    }

    /** The channel with which an input begins in a concatenation. */
    private int offset(final Node node, final int input) {
        return node.inputs().subList(0, input).stream().mapToInt(name -> network.shape(name).channels()).sum();
    }
}
