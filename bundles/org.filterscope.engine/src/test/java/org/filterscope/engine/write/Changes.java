package org.filterscope.engine.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Tensor;

/** Changes of single weights, for tests of all formats. */
public final class Changes {

    private Changes() {
    }

    /** A network with one weight of a layer changed, and nothing else. */
    public static NetworkGraph weight(final NetworkGraph graph, final String layer, final int index, final float value) {
        final Operator changed = switch (graph.node(layer).orElseThrow().operator()) {
            case final Convolution convolution -> new Convolution(with(convolution.weights(), index, value), convolution.bias(), convolution.window(),
                    convolution.groups());
            case final Dense dense -> new Dense(with(dense.weights(), index, value), dense.bias());
            case final BatchNormalization normal -> new BatchNormalization(with(normal.gamma(), index, value), normal.beta(), normal.mean(),
                    normal.variance(), normal.epsilon());
            case final Operator other -> throw new IllegalArgumentException(other.kind());
        };
        return graph.with(Map.of(layer, changed));
    }

    /** The same for a bias. */
    public static NetworkGraph bias(final NetworkGraph graph, final String layer, final int index, final float value) {
        final Operator changed = switch (graph.node(layer).orElseThrow().operator()) {
            case final Convolution convolution -> new Convolution(convolution.weights(), with(convolution.bias(), index, value), convolution.window(),
                    convolution.groups());
            case final Dense dense -> new Dense(dense.weights(), with(dense.bias(), index, value));
            case final Operator other -> throw new IllegalArgumentException(other.kind());
        };
        return graph.with(Map.of(layer, changed));
    }

    /** How many bytes of two files of the same length are not the same. */
    public static int differing(final Path one, final Path other) throws IOException {
        final byte[] first = Files.readAllBytes(one);
        final byte[] second = Files.readAllBytes(other);
        if (first.length != second.length) {
            throw new AssertionError("%d and %d bytes".formatted(first.length, second.length));
        }
        int differing = 0;
        for (int i = 0; i < first.length; i++) {
            differing += first[i] == second[i] ? 0 : 1;
        }
        return differing;
    }

    private static Tensor with(final Tensor tensor, final int index, final float value) {
        final float[] values = tensor.values().clone();
        values[index] = value;
        return new Tensor(tensor.shape(), values);
    }
}
