package org.filterscope.analysis.run;

import java.util.List;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Shape;

/**
 * How many pictures to run at once: as many as keep the executor busy, but few enough that feature maps fit into a fixed share of memory and
 * that a batch is over well within a second, because a native call cannot be interrupted.
 */
public final class BatchSize {
    private static final long MOST_BYTES = 256L << 20;
    private static final double MOST_OPERATIONS = 15e9;
    private static final int MOST_PICTURES = 32;

    private BatchSize() {
    }

    /** @param layers whose maps are wanted */
    public static int of(final NetworkGraph graph, final List<String> layers) {
        long largest = 0;
        double operations = 1;
        for (final Node node : graph.nodes()) {
            final Shape shape = graph.shape(node.name());
            largest = Math.max(largest, shape.size());
            operations += operations(node, shape);
        }
        // A few layers are alive at a time; tapped ones are copied to the Java heap.
        final long taps = layers.stream().mapToLong(layer -> graph.shape(layer).size()).sum();
        final long bytes = (4 * largest + 2 * taps + graph.input().size()) * Float.BYTES;
        return Math.clamp(Math.min(MOST_BYTES / bytes, (long) (MOST_OPERATIONS / operations)), 1, MOST_PICTURES);
    }

    private static double operations(final Node node, final Shape shape) {
        return switch (node.operator()) {
            case final Convolution convolution -> 2.0 * convolution.weights().values().length * shape.rows() * shape.cols();
            case final Dense dense -> 2.0 * dense.weights().values().length;
            default -> shape.size();
        };
    }
}
