package org.filterscope.engine.nd4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.graph.Arithmetic;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.NormalizationFolding;
import org.filterscope.engine.graph.Operator;
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
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Reshape.Order;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.TransposedConvolution;

/** The operations of a network's layers, each made ready when it is first needed. */
final class Nd4jOperations implements AutoCloseable {
    private final NetworkGraph graph;
    private final Map<String, Nd4jOperation> plain = new HashMap<>();
    private final Map<String, Nd4jOperation> folded = new HashMap<>();

    Nd4jOperations(final NetworkGraph graph) {
        this.graph = graph;
    }

    /** A layer's operation. */
    Nd4jOperation of(final Node node) {
        return plain.computeIfAbsent(node.name(), name -> load(node.operator(), shapes(node)));
    }

    /** A batch normalisation's and that of the layer below it, in one. */
    Nd4jOperation folded(final Node normalization, final Node below) {
        return folded.computeIfAbsent(normalization.name(), name -> load(
                NormalizationFolding.fold(below.operator(), (BatchNormalization) normalization.operator()), shapes(below)));
    }

    private List<Shape> shapes(final Node node) {
        return node.inputs().stream().map(graph::shape).toList();
    }

    private static Nd4jOperation load(final Operator operator, final List<Shape> inputs) {
        return switch (operator) {
            case Convolution convolution -> Nd4jConvolution.of(convolution, inputs.get(0));
            case TransposedConvolution transposed -> new Nd4jTransposedConvolution(transposed, inputs.get(0));
            case Pooling pooling -> Nd4jPooling.of(pooling, inputs.get(0));
            case GlobalPooling(var reduction) -> new Nd4jGlobalPooling(reduction);
            case BatchNormalization normalization -> Nd4jAffine.of(normalization);
            case Dense dense -> new Nd4jDense(dense);
            case Activation activation -> new Nd4jActivation(activation);
            case Softmax(boolean logarithmic) -> logarithmic ? new Nd4jLogSoftmax() : new Nd4jSoftmax();
            case Add add -> new Nd4jSum(1);
            case Concatenate concatenate -> new Nd4jConcatenation(inputs);
            case ZeroPadding(Padding padding) -> new Nd4jPadding(padding, 0);
            case Flatten flatten -> new Nd4jReshape(Order.CHANNELS_FIRST);
            case Arithmetic arithmetic -> arithmetic(arithmetic, inputs);
            case Rearrangement rearrangement -> rearrangement(rearrangement, inputs.get(0));
            case Input input -> throw new IllegalArgumentException("an input computes nothing");
            case Identity identity -> throw new IllegalArgumentException("an identity computes nothing");
        };
    }

    private static Nd4jOperation arithmetic(final Arithmetic operator, final List<Shape> inputs) {
        return switch (operator) {
            case Multiply multiply -> new Nd4jProduct();
            case Maximum maximum -> new Nd4jMaximum();
            case Mean mean -> new Nd4jSum(inputs.size());
            case Affine(var factor, var summand) -> new Nd4jAffine(factor.values(), summand.values());
            case ParametricRelu(var slope) -> new Nd4jParametricRelu(slope);
            case LocalResponseNormalization normalization -> new Nd4jResponseNormalization(normalization, inputs.get(0));
        };
    }

    private static Nd4jOperation rearrangement(final Rearrangement operator, final Shape input) {
        return switch (operator) {
            case Cropping(Padding amounts) -> new Nd4jCropping(amounts);
            case ChannelSelection(List<Integer> channels) -> new Nd4jChannelSelection(channels, input.channels());
            case Reshape(Shape result, Order order) -> new Nd4jReshape(order);
            case Resize resize -> new Nd4jResize(resize);
        };
    }

    @Override
    public void close() {
        plain.values().forEach(Nd4jOperation::close);
        plain.clear();
        folded.values().forEach(Nd4jOperation::close);
        folded.clear();
    }
}
