package org.filterscope.analysis.repair;

import java.util.Map;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/**
 * The layer whose weights make the logits: a dense layer, or a convolution of single positions whose maps are averaged. Logits are {@code weights
 * × features + bias}, the features being the layer's input, averaged over the positions if it has some.
 */
public final class LastLayer {
    private final NetworkGraph graph;
    private final Node node;
    private final Tensor weights;
    private final Tensor bias;

    private LastLayer(final NetworkGraph graph, final Node node, final Tensor weights, final Tensor bias) {
        this.graph = graph;
        this.node = node;
        this.weights = weights;
        this.bias = bias;
    }

    /** @throws InvalidInputException when a network ends in another way */
    public static LastLayer of(final NetworkGraph graph) throws InvalidInputException {
        final Operator deciding = graph.deciding().operator();
        if (graph.shape(graph.logits().name()).channels() < 2 || !(deciding instanceof Softmax) && !graph.logits().equals(graph.output())) {
            throw new InvalidInputException("the last layer is fitted for networks with two classes or more that end in a softmax or in logits, "
                    + "this one ends in layer '%s' (%s, %d outputs)".formatted(graph.deciding().name(), deciding.kind(),
                            graph.shape(graph.output().name()).channels()));
        }
        Node node = graph.logits();
        while (passes(graph, node)) {
            node = graph.node(node.inputs().get(0)).orElseThrow();
        }
        if (node.operator() instanceof Dense(Tensor weights, Tensor bias)) {
            return new LastLayer(graph, node, weights, bias);
        }
        if (node.operator() instanceof final Convolution convolution && isPointwise(convolution)
                && !graph.shape(graph.logits().name()).hasMaps()) {
            return new LastLayer(graph, node, convolution.weights(), convolution.bias());
        }
        throw new InvalidInputException(("the logits come from layer '%s' (%s); only dense layers, and 1 × 1 convolutions below an average, "
                + "are fitted").formatted(node.name(), node.operator().kind()));
    }

    private static boolean passes(final NetworkGraph graph, final Node node) {
        return switch (node.operator()) {
            case final Identity identity -> true;
            case final GlobalPooling pooling -> pooling.reduction() == Reduction.AVERAGE;
            case final Flatten flatten -> !graph.shape(node.inputs().get(0)).hasMaps();
            case final Reshape reshape -> !graph.shape(node.inputs().get(0)).hasMaps() && !graph.shape(node.name()).hasMaps();
            default -> false;
        };
    }

    private static boolean isPointwise(final Convolution layer) {
        final Window window = layer.window();
        return layer.groups() == 1 && window.rows() == 1 && window.cols() == 1 && window.strideRows() == 1 && window.strideCols() == 1
                && window.padding().equals(Padding.NONE);
    }

    /** The layer's name. */
    public String name() {
        return node.name();
    }

    /** The layer whose values, averaged, are the features. */
    public String input() {
        return node.inputs().get(0);
    }

    /** How many classes. */
    public int classes() {
        return weights.length(0);
    }

    /** How many features. */
    public int features() {
        return weights.length(1);
    }

    /** What class c has for feature k. */
    double weight(final int c, final int k) {
        return weights.values()[c * features() + k];
    }

    double bias(final int c) {
        return bias.values()[c];
    }

    /** The features of one of several images. */
    public double[] features(final FeatureMaps input, final int image) {
        final double[] features = new double[features()];
        final int positions = input.shape().rows() * input.shape().cols();
        for (int k = 0; k < features.length; k++) {
            final int start = input.start(image, k);
            for (int i = start; i < start + positions; i++) {
                features[k] += input.values()[i];
            }
            features[k] /= positions;
        }
        return features;
    }

    /** The network with every weight and bias of this layer a little different: tells whether a file can hold a fit before there is one. */
    public NetworkGraph nudged() {
        final double[][] weightsNudged = new double[classes()][features()];
        final double[] biasNudged = new double[classes()];
        for (int c = 0; c < biasNudged.length; c++) {
            biasNudged[c] = Math.nextUp((float) bias(c));
            for (int k = 0; k < features(); k++) {
                weightsNudged[c][k] = Math.nextUp((float) weight(c, k));
            }
        }
        return with(weightsNudged, biasNudged);
    }

    /** This layer before it has learned anything: weights and biases are 0. */
    LastLayer emptied() {
        return new LastLayer(graph, node, new Tensor(weights.shape(), new float[weights.values().length]),
                new Tensor(bias.shape(), new float[bias.values().length]));
    }

    /** The network with other weights in this layer; {@code [class, feature]} and one bias a class. */
    public NetworkGraph with(final double[][] newWeights, final double[] newBias) {
        final float[] values = new float[weights.values().length];
        final float[] biases = new float[classes()];
        for (int c = 0; c < biases.length; c++) {
            biases[c] = (float) newBias[c];
            for (int k = 0; k < features(); k++) {
                values[c * features() + k] = (float) newWeights[c][k];
            }
        }
        final Tensor fitted = new Tensor(weights.shape(), values);
        final Tensor constants = new Tensor(bias.shape(), biases);
        return graph.with(Map.of(name(), node.operator() instanceof final Convolution convolution
                ? new Convolution(fitted, constants, convolution.window(), convolution.groups()) : new Dense(fitted, constants)));
    }
}
