package org.filterscope.benchmark.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/** Layers one upon the other with random weights of a size that keeps values in range: speed does not depend on what a network has learned. */
final class LayerStack {
    private final SplittableRandom random = new SplittableRandom(1);
    private final List<Node> nodes = new ArrayList<>();
    private int channels;

    /** @param input of three channels */
    LayerStack(final int side) {
        nodes.add(new Node("input", new Input(new Shape(3, side, side)), List.of()));
        channels = 3;
    }

    /** The name of the layer on top. */
    String top() {
        return nodes.getLast().name();
    }

    /** How many channels the layer on top has. */
    int channels() {
        return channels;
    }

    LayerStack convolution(final String name, final int filters, final int kernel, final int stride, final int padding) {
        return on(top(), channels, name, filters, kernel, stride, padding);
    }

    /** A convolution that does not stand on the layer on top. */
    LayerStack on(final String below, final int inputs, final String name, final int filters, final int kernel, final int stride,
            final int padding) {
        add(name, new Convolution(tensor(Math.sqrt(2.0 / (inputs * kernel * kernel)), filters, inputs, kernel, kernel), tensor(0.1, filters),
                window(kernel, stride, padding)), below);
        channels = filters;
        return this;
    }

    LayerStack depthwise(final String name, final int stride) {
        add(name, new Convolution(tensor(Math.sqrt(2.0 / 9), channels, 1, 3, 3), tensor(0.1, channels), window(3, stride, 1), channels), top());
        return this;
    }

    LayerStack relu(final String name) {
        add(name, new Activation(Function.RELU), top());
        return this;
    }

    LayerStack normalization(final String name) {
        final Tensor variance = tensor(0.1, channels);
        for (int i = 0; i < channels; i++) {
            variance.values()[i] = 1 + Math.abs(variance.values()[i]);
        }
        add(name, new BatchNormalization(tensor(0.7, channels), tensor(0.1, channels), tensor(0.1, channels), variance, 1e-5), top());
        return this;
    }

    LayerStack maximum(final String name, final int kernel, final int padding) {
        add(name, new Pooling(Reduction.MAXIMUM, window(kernel, 2, padding)), top());
        return this;
    }

    LayerStack dense(final String name, final int inputs, final int outputs) {
        add(name, new Dense(tensor(Math.sqrt(2.0 / inputs), outputs, inputs), tensor(0.1, outputs)), top());
        channels = outputs;
        return this;
    }

    /** A layer whose result has as many channels as is said. */
    LayerStack join(final String name, final Operator operator, final int joined, final String... below) {
        add(name, operator, below);
        channels = joined;
        return this;
    }

    NetworkGraph network(final String name) {
        try {
            return new NetworkGraph(name, nodes);
        } catch (final InvalidNetworkException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private void add(final String name, final Operator operator, final String... below) {
        nodes.add(new Node(name, operator, List.of(below)));
    }

    private Tensor tensor(final double deviation, final Integer... shape) {
        int size = 1;
        for (final int length : shape) {
            size *= length;
        }
        final float[] values = new float[size];
        // Evenly spread: as good as a normal distribution here, and VGG-16 has 138 million of them.
        final double width = deviation * Math.sqrt(12);
        for (int i = 0; i < size; i++) {
            values[i] = (float) (width * (random.nextDouble() - 0.5));
        }
        return new Tensor(List.of(shape), values);
    }

    private static Window window(final int kernel, final int stride, final int padding) {
        return new Window(kernel, kernel, stride, stride, 1, 1, new Padding(padding, padding, padding, padding));
    }
}
