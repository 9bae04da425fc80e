package org.filterscope.benchmark;

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
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/** Networks of known architectures with random weights: speed does not depend on what they have learned. */
final class RandomNetworks {
    private static final Shape INPUT = new Shape(3, 224, 224);

    private final Random random = new Random(1);
    private final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(INPUT), List.of())));

    private RandomNetworks() {
    }

    /** VGG-16 up to its last feature maps (Simonyan and Zisserman 2015), with one linear layer above. */
    static NetworkGraph vgg16() throws InvalidNetworkException {
        final RandomNetworks network = new RandomNetworks();
        final int[] convolutions = {2, 2, 3, 3, 3};
        final int[] filters = {64, 128, 256, 512, 512};
        int channels = 3;
        for (int block = 0; block < convolutions.length; block++) {
            for (int i = 0; i < convolutions[block]; i++) {
                final String name = "conv%d_%d".formatted(block + 1, i + 1);
                network.then(name, network.convolution(channels, filters[block], 3, 1));
                network.then("relu%d_%d".formatted(block + 1, i + 1), new Activation(Function.RELU));
                channels = filters[block];
            }
            if (block < convolutions.length - 1) {
                network.then("pool" + (block + 1), new Pooling(Reduction.MAXIMUM, window(2, 2, 0)));
            }
        }
        return network.finish(channels);
    }

    /** ResNet-18 (He et al. 2016). */
    static NetworkGraph resnet18() throws InvalidNetworkException {
        final RandomNetworks network = new RandomNetworks();
        network.then("conv1", network.convolution(3, 64, 7, 2));
        network.then("bn1", network.normalization(64));
        network.then("relu1", new Activation(Function.RELU));
        network.then("pool1", new Pooling(Reduction.MAXIMUM, window(3, 2, 1)));
        int channels = 64;
        for (int stage = 0; stage < 4; stage++) {
            for (int block = 0; block < 2; block++) {
                channels = network.block("stage%d.%d".formatted(stage + 1, block + 1), channels, 64 << stage, stage > 0 && block == 0 ? 2 : 1);
            }
        }
        return network.finish(channels);
    }

    private int block(final String name, final int channels, final int filters, final int stride) {
        final String below = nodes.getLast().name();
        then(name + ".conv1", convolution(channels, filters, 3, stride));
        then(name + ".bn1", normalization(filters));
        then(name + ".relu1", new Activation(Function.RELU));
        then(name + ".conv2", convolution(filters, filters, 3, 1));
        then(name + ".bn2", normalization(filters));
        String shortcut = below;
        if (stride > 1) {
            add(name + ".down", convolution(channels, filters, 1, stride), below);
            then(name + ".downbn", normalization(filters));
            shortcut = nodes.getLast().name();
        }
        add(name + ".sum", new Add(), name + ".bn2", shortcut);
        then(name, new Activation(Function.RELU));
        return filters;
    }

    private NetworkGraph finish(final int channels) throws InvalidNetworkException {
        then("pooled", new GlobalPooling(Reduction.AVERAGE));
        then("logits", new Dense(tensor(0.01, 1000, channels), tensor(0, 1000)));
        return new NetworkGraph("random", nodes);
    }

    private void then(final String name, final Operator operator) {
        add(name, operator, nodes.getLast().name());
    }

    private void add(final String name, final Operator operator, final String... inputs) {
        nodes.add(new Node(name, operator, List.of(inputs)));
    }

    private Convolution convolution(final int channels, final int filters, final int kernel, final int stride) {
        return new Convolution(tensor(Math.sqrt(2.0 / (channels * kernel * kernel)), filters, channels, kernel, kernel), tensor(0.1, filters),
                window(kernel, stride, kernel / 2));
    }

    private BatchNormalization normalization(final int channels) {
        final Tensor variance = tensor(0.1, channels);
        for (int i = 0; i < channels; i++) {
            variance.values()[i] = 1 + Math.abs(variance.values()[i]);
        }
        return new BatchNormalization(tensor(0.5, channels), tensor(0.1, channels), tensor(0.1, channels), variance, 1e-5);
    }

    private Tensor tensor(final double scale, final Integer... shape) {
        int size = 1;
        for (final int length : shape) {
            size *= length;
        }
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return new Tensor(List.of(shape), values);
    }

    private static Window window(final int kernel, final int stride, final int padding) {
        return new Window(kernel, kernel, stride, stride, 1, 1, new Padding(padding, padding, padding, padding));
    }
}
