package org.filterscope.analysis.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/** Networks whose heat maps can be worked out by hand. */
final class SmallNetworks {
    static final Shape INPUT = new Shape(3, 8, 8);

    private SmallNetworks() {
    }

    /** Three logits that are affine in the pixels, and their softmax. */
    static NetworkGraph linear(final long seed) {
        return graph(new Input(INPUT), new Flatten(), dense(3, (int) INPUT.size(), seed), new Softmax());
    }

    /** By class and pixel's colour, the weights of {@link #linear}. */
    static float[] weights(final NetworkGraph linear, final int label) {
        final float[] all = ((Dense) linear.node("2 dense").orElseThrow().operator()).weights().values();
        final int length = (int) INPUT.size();
        return Arrays.copyOfRange(all, label * length, (label + 1) * length);
    }

    /** Two pixels, one filter of each sign and both rectified: logit = 2 ReLU(x₀ − x₁) − 3 ReLU(x₁ + x₀). */
    static NetworkGraph rectified() {
        return graph(new Input(new Shape(1, 1, 2)), new Flatten(), new Dense(new Tensor(List.of(2, 2), new float[] {1, -1, 1, 1}),
                Tensor.vector(0, 0)), new Activation(Function.RELU), new Dense(new Tensor(List.of(1, 2), new float[] {2, -3}), Tensor.vector(0)));
    }

    /** Convolution, rectifier, mean over positions, logits. */
    static NetworkGraph pooled(final long seed) {
        return graph(new Input(INPUT), convolution(4, 3, 3, seed), new Activation(Function.RELU), new GlobalPooling(Reduction.AVERAGE),
                dense(3, 4, seed + 1), new Softmax());
    }

    /** Two convolutions with rectifiers, pooling, a dense layer. */
    static NetworkGraph deep(final long seed) {
        return graph(new Input(INPUT), convolution(5, 3, 3, seed), new Activation(Function.RELU), convolution(6, 5, 3, seed + 1),
                new Activation(Function.RELU), new Pooling(Reduction.MAXIMUM, new Window(2, 2, 2, 2, 1, 1, Padding.NONE)), new Flatten(),
                dense(3, 24, seed + 2), new Softmax());
    }

    /** Layers one upon the other, named by their number and kind. */
    static NetworkGraph graph(final Operator... operators) {
        final List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < operators.length; i++) {
            nodes.add(new Node(i + " " + operators[i].kind(), operators[i], i == 0 ? List.of() : List.of(nodes.getLast().name())));
        }
        try {
            return new NetworkGraph("test", nodes);
        } catch (final InvalidNetworkException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Convolution convolution(final int filters, final int channels, final int kernel, final long seed) {
        final double scale = 1 / Math.sqrt(channels * kernel * kernel);
        return new Convolution(new Tensor(List.of(filters, channels, kernel, kernel), values(filters * channels * kernel * kernel, scale, seed)),
                Tensor.vector(values(filters, 0.1, seed + 100)), new Window(kernel, kernel, 1, 1, 1, 1, Padding.NONE));
    }

    static Dense dense(final int outputs, final int inputs, final long seed) {
        return new Dense(new Tensor(List.of(outputs, inputs), values(outputs * inputs, 1 / Math.sqrt(inputs), seed)),
                Tensor.vector(values(outputs, 0.1, seed + 100)));
    }

    static FeatureMaps picture(final Shape shape, final long seed) {
        return new FeatureMaps(1, shape, values((int) shape.size(), 1, seed));
    }

    private static float[] values(final int count, final double scale, final long seed) {
        final Random random = new Random(seed);
        final float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return values;
    }
}
