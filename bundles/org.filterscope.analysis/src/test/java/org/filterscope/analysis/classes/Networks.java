package org.filterscope.analysis.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
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

/** Small networks with random weights, and random pictures for them. */
public final class Networks {
    public static final Shape INPUT = new Shape(3, 9, 9);
    public static final int CLASSES = 4;

    private final Random random;
    private final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(INPUT), List.of())));

    private Networks(final long seed) {
        random = new Random(seed);
    }

    /** Above {@code maps} all is affine, with weights that differ from position to position: padding, convolution, pooling, dense layer. */
    public static NetworkGraph affine(final long seed) {
        return new Networks(seed).maps(5).then("padded", new ZeroPadding(new Padding(1, 0, 0, 1)))
                .convolution("convolved", 5, 6, 3).then("normal", normalization(6))
                .then("averaged", new Pooling(Reduction.AVERAGE, new Window(2, 2, 2, 2, 1, 1, Padding.NONE))).then("flat", new Flatten())
                .dense("logits").finish();
    }

    /** Above {@code maps} come a convolution, a rectifier and global pooling. */
    public static NetworkGraph rectified(final long seed) {
        return new Networks(seed).maps(5).convolution("convolved", 5, 6, 3).then("rectified", new Activation(Function.RELU))
                .then("pooled", new GlobalPooling(Reduction.AVERAGE)).dense("logits").finish();
    }

    /** As {@link #rectified}, but nothing above listens to one channel of {@code maps}. */
    public static NetworkGraph deafTo(final int channel, final long seed) {
        final NetworkGraph graph = rectified(seed);
        final Convolution convolved = (Convolution) graph.node("convolved").orElseThrow().operator();
        final int kernel = convolved.weights().length(2) * convolved.weights().length(3);
        final int channels = convolved.weights().length(1);
        // The graph is our own and has never run.
        for (int i = 0; i < convolved.weights().values().length; i++) {
            convolved.weights().values()[i] *= i / kernel % channels == channel ? 0 : 1;
        }
        return graph;
    }

    /** As {@link #rectified}, with dropout and a convolution whose kernel, stride, dilation and padding are random above {@code maps}. */
    public static NetworkGraph windowed(final long seed) {
        final Networks networks = new Networks(seed).maps(5).then("dropout", new Identity());
        final Random random = networks.random;
        final Window window = new Window(1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(2), 1 + random.nextInt(2),
                1 + random.nextInt(2), 1 + random.nextInt(2),
                new Padding(random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3)));
        final int kernel = window.rows() * window.cols();
        return networks.then("convolved", new Convolution(
                new Tensor(List.of(6, 5, window.rows(), window.cols()), values(random, 6 * 5 * kernel)), Tensor.vector(values(random, 6)), window))
                .then("rectified", new Activation(Function.RELU)).then("pooled", new GlobalPooling(Reduction.AVERAGE)).dense("logits").finish();
    }

    /** As {@link #rectified}, with a shortcut around {@code maps}. */
    public static NetworkGraph residual(final long seed) {
        final Networks networks = new Networks(seed);
        networks.convolution("stem", 3, 5, 3).then("stem/relu", new Activation(Function.RELU)).convolution("branch", 5, 5, 1)
                .then("maps", new Activation(Function.RELU));
        networks.nodes.add(new Node("sum", new Add(), List.of("stem/relu", "maps")));
        return networks.convolution("convolved", 5, 6, 3).then("rectified", new Activation(Function.RELU))
                .then("pooled", new GlobalPooling(Reduction.AVERAGE)).dense("logits").finish();
    }

    /** Random pictures, some brighter than others. */
    public static List<float[]> pictures(final int count, final long seed) {
        final Random random = new Random(seed);
        final List<float[]> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final float brightness = (float) (3 * random.nextGaussian());
            final float[] picture = values(random, (int) INPUT.size());
            for (int v = 0; v < picture.length; v++) {
                picture[v] += brightness;
            }
            pictures.add(picture);
        }
        return pictures;
    }

    private Networks maps(final int filters) {
        return convolution("stem", INPUT.channels(), filters, 3).then("maps", new Activation(Function.RELU));
    }

    private Networks then(final String name, final Operator operator) {
        nodes.add(new Node(name, operator, List.of(nodes.getLast().name())));
        return this;
    }

    private Networks convolution(final String name, final int channels, final int filters, final int kernel) {
        return then(name, new Convolution(
                new Tensor(List.of(filters, channels, kernel, kernel), values(random, filters * channels * kernel * kernel)),
                Tensor.vector(values(random, filters)), new Window(kernel, kernel, 1, 1, 1, 1, Padding.NONE)));
    }

    private Networks dense(final String name) {
        final NetworkGraph below = graph();
        final int inputs = (int) below.shape(nodes.getLast().name()).size();
        return then(name, new Dense(new Tensor(List.of(CLASSES, inputs), values(random, CLASSES * inputs)),
                Tensor.vector(values(random, CLASSES))));
    }

    private static BatchNormalization normalization(final int channels) {
        final Random random = new Random(channels);
        final float[] variance = values(random, channels);
        for (int i = 0; i < channels; i++) {
            variance[i] = 0.5f + variance[i] * variance[i];
        }
        return new BatchNormalization(Tensor.vector(values(random, channels)), Tensor.vector(values(random, channels)),
                Tensor.vector(values(random, channels)), Tensor.vector(variance), 1e-3);
    }

    private static float[] values(final Random random, final int count) {
        final float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private NetworkGraph finish() {
        return then("probabilities", new Softmax()).graph();
    }

    private NetworkGraph graph() {
        try {
            return new NetworkGraph("test", nodes);
        } catch (final InvalidNetworkException e) {
            throw new IllegalStateException(e);
        }
    }
}
