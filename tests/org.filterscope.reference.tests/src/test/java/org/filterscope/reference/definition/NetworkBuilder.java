package org.filterscope.reference.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;

/** Small networks with random weights, layer by layer. */
final class NetworkBuilder {
    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    NetworkBuilder(final long seed, final Shape input) {
        random = new Random(seed);
        add("input", new Input(input));
    }

    /** On top of the layer added last. */
    NetworkBuilder then(final String name, final Operator operator) {
        return add(name, operator, last());
    }

    NetworkBuilder add(final String name, final Operator operator, final String... inputs) {
        nodes.add(new Node(name, operator, List.of(inputs)));
        shapes.put(name, operator.shape(List.of(inputs).stream().map(shapes::get).toList()));
        return this;
    }

    NetworkBuilder convolution(final String name, final int filters, final int kernel, final int stride) {
        return convolution(name, filters, square(kernel, stride, kernel / 2), 1, last());
    }

    NetworkBuilder convolution(final String name, final int filters, final Window window, final int groups, final String input) {
        final int channels = shapes.get(input).channels() / groups;
        final double scale = Math.sqrt(2.0 / (channels * window.rows() * window.cols()));
        return add(name, new Convolution(tensor(scale, filters, channels, window.rows(), window.cols()), tensor(0.1, filters), window, groups),
                input);
    }

    NetworkBuilder transposed(final String name, final int filters, final Window window, final int extra, final int groups) {
        final int channels = shapes.get(last()).channels();
        return then(name, new TransposedConvolution(tensor(Math.sqrt(1.0 / channels), channels, filters / groups, window.rows(), window.cols()),
                tensor(0.1, filters), window, extra, extra, groups));
    }

    NetworkBuilder dense(final String name, final int outputs) {
        final int inputs = shapes.get(last()).channels();
        return then(name, new Dense(tensor(Math.sqrt(2.0 / inputs), outputs, inputs), tensor(0.1, outputs)));
    }

    NetworkBuilder normalization(final String name) {
        final int channels = shapes.get(last()).channels();
        final Tensor variance = tensor(1, channels);
        for (int i = 0; i < channels; i++) {
            variance.values()[i] = 0.5f + Math.abs(variance.values()[i]);
        }
        return then(name, new BatchNormalization(tensor(1, channels), tensor(0.3, channels), tensor(0.3, channels), variance, 1e-3));
    }

    Tensor tensor(final double scale, final int... shape) {
        int size = 1;
        final List<Integer> lengths = new ArrayList<>();
        for (final int length : shape) {
            size *= length;
            lengths.add(length);
        }
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (scale * random.nextGaussian());
        }
        return new Tensor(lengths, values);
    }

    static Window square(final int kernel, final int stride, final int padding) {
        return new Window(kernel, kernel, stride, stride, 1, 1, new Padding(padding, padding, padding, padding));
    }

    String last() {
        return nodes.getLast().name();
    }

    Shape shape() {
        return shapes.get(last());
    }

    NetworkGraph build() {
        try {
            return new NetworkGraph("test", nodes);
        } catch (final InvalidNetworkException e) {
            throw new IllegalStateException(e);
        }
    }
}
