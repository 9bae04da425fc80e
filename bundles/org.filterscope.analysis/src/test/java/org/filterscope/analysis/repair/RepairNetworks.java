package org.filterscope.analysis.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
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
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;

/** Networks with random weights in which layers hang together in the ways that matter to repairs. */
final class RepairNetworks {
    static final Shape INPUT = new Shape(2, 6, 6);
    private static final Padding EDGE = new Padding(1, 1, 1, 1);

    private final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(INPUT), List.of())));

    private RepairNetworks() {
    }

    /** Convolutions with all that may stand behind one: normalisation, activation, pooling, dropout. */
    static NetworkGraph chain(final Activation activation) throws InvalidNetworkException {
        return new RepairNetworks().then("conv1", convolution(2, 4, 3, EDGE, 1)).then("norm", normalization(4)).then("act1", activation)
                .then("pool", new Pooling(Reduction.MAXIMUM, new Window(2, 2, 2, 2, 1, 1, Padding.NONE))).then("drop", new Identity())
                .then("conv2", convolution(4, 6, 2, Padding.NONE, 2)).then("act2", activation).then("flat", new Flatten())
                .then("dense", dense(24, 5)).then("act3", new ParametricRelu(Tensor.vector(0.1f, 0.2f, 0.3f, 0.4f, 0.5f)))
                .then("logits", dense(5, 3)).then("probabilities", new Softmax()).graph();
    }

    /** Two branches that are joined, as in SqueezeNet. */
    static NetworkGraph branches() throws InvalidNetworkException {
        final RepairNetworks network = new RepairNetworks().then("squeeze", convolution(2, 4, 1, Padding.NONE, 1))
                .then("squeezed", new Activation(Function.RELU));
        network.node("one", convolution(4, 3, 1, Padding.NONE, 1), "squeezed");
        network.then("one/relu", new Activation(Function.RELU));
        network.node("three", convolution(4, 2, 3, EDGE, 1), "squeezed");
        network.then("three/relu", new Activation(Function.RELU));
        network.node("joined", new Concatenate(), "one/relu", "three/relu");
        return network.then("last", convolution(5, 3, 1, Padding.NONE, 1)).then("averaged", new GlobalPooling(Reduction.AVERAGE))
                .then("probabilities", new Softmax()).graph();
    }

    /** A shortcut, and layers above it that listen by weights alone. */
    static NetworkGraph residual() throws InvalidNetworkException {
        final RepairNetworks network = new RepairNetworks().then("stem", convolution(2, 4, 3, EDGE, 1))
                .then("stem/relu", new Activation(Function.RELU))
                .then("branch", convolution(4, 4, 3, EDGE, 1)).then("branch/norm", normalization(4));
        network.node("sum", new Add(), "stem/relu", "branch/norm");
        return network.then("rectified", new Activation(Function.RELU)).then("averaged", new GlobalPooling(Reduction.AVERAGE))
                .then("logits", dense(4, 3)).then("probabilities", new Softmax()).graph();
    }

    /** Both that are added have weights of their own; and a transposed convolution in two groups. */
    static NetworkGraph sums() throws InvalidNetworkException {
        final RepairNetworks network = new RepairNetworks();
        network.node("left", convolution(2, 4, 1, Padding.NONE, 1), "input");
        network.node("right", convolution(2, 4, 3, EDGE, 1), "input");
        network.node("sum", new Add(), "left", "right");
        network.then("painted", new TransposedConvolution(tensor(4, 2, 2, 2), tensor(4), new Window(2, 2, 2, 2, 1, 1, Padding.NONE), 0, 0, 2));
        return network.then("averaged", new GlobalPooling(Reduction.AVERAGE)).then("logits", dense(4, 3)).graph();
    }

    /** Random pictures. */
    static float[] pictures(final int count) {
        final Random random = new Random(3);
        final float[] values = new float[count * (int) INPUT.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private RepairNetworks then(final String name, final Operator operator) {
        return node(name, operator, nodes.getLast().name());
    }

    private RepairNetworks node(final String name, final Operator operator, final String... inputs) {
        nodes.add(new Node(name, operator, List.of(inputs)));
        return this;
    }

    private NetworkGraph graph() throws InvalidNetworkException {
        return new NetworkGraph("test", nodes);
    }

    private static Convolution convolution(final int channels, final int filters, final int kernel, final Padding padding, final int groups) {
        return new Convolution(tensor(filters, channels / groups, kernel, kernel), tensor(filters), new Window(kernel, kernel, 1, 1, 1, 1, padding),
                groups);
    }

    private static Dense dense(final int inputs, final int outputs) {
        return new Dense(tensor(outputs, inputs), tensor(outputs));
    }

    private static BatchNormalization normalization(final int channels) {
        final float[] variances = tensor(channels).values();
        for (int i = 0; i < channels; i++) {
            variances[i] = 0.5f + Math.abs(variances[i]);
        }
        return new BatchNormalization(tensor(channels), tensor(channels), tensor(channels), Tensor.vector(variances), 1e-3);
    }

    /** Always the same for a shape: which weights there are does not matter, only that all differ. */
    private static Tensor tensor(final int... shape) {
        final List<Integer> lengths = new ArrayList<>();
        int size = 1;
        for (final int length : shape) {
            lengths.add(length);
            size *= length;
        }
        final Random random = new Random(17L * lengths.hashCode());
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(lengths, values);
    }
}
