package org.filterscope.analysis.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/** Small networks on grey pictures whose fields are known. */
final class FieldNetworks {
    static final int SIDE = 24;
    static final Shape INPUT = new Shape(1, SIDE, SIDE);

    private FieldNetworks() {
    }

    /** One filter with these weights, padded so that maps have the picture's size. */
    static NetworkGraph kernel(final int side, final float... weights) {
        final int before = (side - 1) / 2;
        final int after = side - 1 - before;
        return graph(node("maps", new Convolution(new Tensor(List.of(1, 1, side, side), weights), Tensor.vector(0),
                new Window(side, side, 1, 1, 1, 1, new Padding(before, before, after, after)))));
    }

    /** Three filters above two convolutions, a rectifier and pooling with stride: theoretical fields much larger than a kernel. */
    static NetworkGraph deep(final long seed) {
        final Random random = new Random(seed);
        return graph(node("first", convolution(random, 1, 4)), node("relu", new Activation(Function.RELU)),
                node("pool", new Pooling(Reduction.MAXIMUM, new Window(2, 2, 2, 2, 1, 1, Padding.NONE))), node("maps", convolution(random, 4, 3)));
    }

    private static Convolution convolution(final Random random, final int channels, final int filters) {
        final float[] weights = new float[filters * channels * 9];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        final float[] bias = new float[filters];
        Arrays.fill(bias, 1);
        return new Convolution(new Tensor(List.of(filters, channels, 3, 3), weights), Tensor.vector(bias),
                new Window(3, 3, 1, 1, 1, 1, new Padding(1, 1, 1, 1)));
    }

    private record Named(String name, Operator operator) {
    }

    private static Named node(final String name, final Operator operator) {
        return new Named(name, operator);
    }

    private static NetworkGraph graph(final Named... layers) {
        final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(INPUT), List.of())));
        for (final Named layer : layers) {
            nodes.add(new Node(layer.name, layer.operator, List.of(nodes.getLast().name())));
        }
        try {
            return new NetworkGraph("test", nodes);
        } catch (final InvalidNetworkException e) {
            throw new IllegalStateException(e);
        }
    }
}
