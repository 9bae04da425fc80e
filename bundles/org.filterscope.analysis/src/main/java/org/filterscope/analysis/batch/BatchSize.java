package org.filterscope.analysis.batch;

import java.util.Collection;
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

    /** For the whole network. */
    public static int of(final NetworkGraph graph, final List<String> layers) {
        return of(graph, graph.nodes(), layers);
    }

    /**
     * For a part of the network.
     *
     * @param nodes  that are computed
     * @param layers whose values are handed over, in or out
     */
    public static int of(final NetworkGraph graph, final Collection<Node> nodes, final Collection<String> layers) {
        final long bytes = bytes(graph, nodes, layers);
        final double operations = 1 + operations(graph, nodes);
        return Math.clamp(Math.min(MOST_BYTES / bytes, (long) (MOST_OPERATIONS / operations)), 1, MOST_PICTURES);
    }

    /** About how much memory one picture takes on its way. */
    static long bytes(final NetworkGraph graph, final Collection<Node> nodes, final Collection<String> layers) {
        final long largest = nodes.stream().mapToLong(node -> graph.shape(node.name()).size()).max().orElse(0);
        // A few layers are alive at a time; tapped ones are copied to the Java heap.
        final long taps = layers.stream().mapToLong(layer -> graph.shape(layer).size()).sum();
        return (4 * largest + 2 * taps + graph.input().size()) * Float.BYTES;
    }

    /** About how many multiplications and additions a part of the network takes for one picture. */
    public static double operations(final NetworkGraph graph, final Collection<Node> nodes) {
        return nodes.stream().mapToDouble(node -> operations(node, graph.shape(node.name()))).sum();
    }

    private static double operations(final Node node, final Shape shape) {
        return switch (node.operator()) {
            case final Convolution convolution -> 2.0 * convolution.weights().values().length * shape.rows() * shape.cols();
            case final Dense dense -> 2.0 * dense.weights().values().length;
            default -> shape.size();
        };
    }
}
