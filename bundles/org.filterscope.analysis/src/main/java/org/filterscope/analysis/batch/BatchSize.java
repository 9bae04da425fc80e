package org.filterscope.analysis.batch;

import java.util.Collection;
import java.util.List;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.OperatorWeights;
import org.filterscope.engine.graph.Shape;

/**
 * How many pictures to run at once: as many as keep the executor busy, but few enough that feature maps fit into a fixed share of memory and of
 * Java's heap, and that a batch is over well within a second, because a native call cannot be interrupted. A {@link DividedSession} may show fewer
 * at once to the executor.
 */
public final class BatchSize {
    private static final long MOST_BYTES = 256L << 20;
    private static final double MOST_OPERATIONS = 15e9;
    private static final int MOST_PICTURES = 32;
    /** A batch may take one part in so many of the heap that weights leave; the others are for what analyses keep. */
    private static final int PARTS_OF_HEAP = 4;

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
        final long heap = (Runtime.getRuntime().maxMemory() - weights(graph)) / PARTS_OF_HEAP;
        return Math.clamp(Math.min(Math.min(MOST_BYTES / bytes, heap / heapBytes(graph, layers)), (long) (MOST_OPERATIONS / operations)), 1,
                MOST_PICTURES);
    }

    /** About how much memory one picture takes on its way. */
    static long bytes(final NetworkGraph graph, final Collection<Node> nodes, final Collection<String> layers) {
        final long largest = nodes.stream().mapToLong(node -> graph.shape(node.name()).size()).max().orElse(0);
        // A few layers are alive at a time; tapped ones are copied to the Java heap.
        return (4 * largest + 2 * values(graph, layers) + graph.input().size()) * Float.BYTES;
    }

    /**
     * How much of Java's heap one picture of a batch takes: while a batch is computed the one before is looked at, and the pixels of the next are
     * read, and mirrored perhaps.
     */
    static long heapBytes(final NetworkGraph graph, final Collection<String> layers) {
        return (2 * values(graph, layers) + 3 * graph.input().size()) * Float.BYTES;
    }

    static long values(final NetworkGraph graph, final Collection<String> layers) {
        return layers.stream().mapToLong(layer -> graph.shape(layer).size()).sum();
    }

    /** Bytes of the network's weights. */
    static long weights(final NetworkGraph graph) {
        return graph.nodes().stream().flatMap(node -> OperatorWeights.of(node.operator()).stream()).mapToLong(tensor -> tensor.values().length).sum()
                * Float.BYTES;
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
