package org.filterscope.analysis.batch;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.filterscope.core.MemoryLimitException;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;

/**
 * How much memory a run takes at most, told before it begins. What it really takes is most often less: the heap fills only where analyses need it,
 * and not every graph is loaded. Bytes, resident in memory; docs/architecture.md has the formula and the measurements.
 *
 * @param heap     of Java, as the process was given it
 * @param program  the virtual machine and the executors' libraries
 * @param weights  of the graphs that an executor keeps loaded
 * @param maps     of one picture on its way through the network
 * @param pictures that are shown to the network at once
 * @param limit    that all of it has to stay below
 */
public record MemoryBound(long heap, long program, long weights, long maps, int pictures, MemoryLimit limit) {
    private static final long MEGABYTE = 1 << 20;
    private static final long PROGRAM = 350 * MEGABYTE;
    /** The weights as they are read, written for the executor, and kept by it. */
    private static final int COPIES = 3;
    /** Beside the newest graph so many others stay loaded, with at most so many bytes of weights. */
    private static final int OTHER_GRAPHS = 7;
    private static final long MOST_OTHER_WEIGHTS = 1024 * MEGABYTE;
    /** What an operation needs to work beside its input and output is as much again, as measured. */
    private static final int WORKING_ROOM = 2;
    /** Where nobody gave a limit the bound is too careful to slow a run down for: so much of the machine is for maps at least. */
    private static final int LEAST_PART = 8;
    /** What the program keeps on the heap beside weights and maps. */
    private static final long LEAST_HEAP = 24 * MEGABYTE;

    /**
     * Of a run that shows pictures and looks at layers.
     *
     * @param layers that are looked into
     */
    public static MemoryBound of(final NetworkGraph graph, final List<String> layers, final MemoryLimit limit) {
        return of(graph, graph.nodes(), layers, BatchSize.weights(graph), limit).atMost(BatchSize.of(graph, layers));
    }

    /**
     * Of passes that compute some layers, of as many pictures as there is room for.
     *
     * @param stored bytes of the network's weights
     */
    static MemoryBound of(final NetworkGraph graph, final Collection<Node> nodes, final Collection<String> layers, final long stored,
            final MemoryLimit limit) {
        final long heap = Runtime.getRuntime().maxMemory();
        final long weights = COPIES * stored + Math.min(OTHER_GRAPHS * stored, MOST_OTHER_WEIGHTS);
        final long left = limit.bytes() - heap - PROGRAM - weights;
        final long room = limit.given() ? left : Math.max(left, limit.bytes() / LEAST_PART);
        final long maps = WORKING_ROOM * BatchSize.bytes(graph, nodes, layers);
        return new MemoryBound(heap, PROGRAM, weights, maps, Math.clamp(room / maps, 1, Integer.MAX_VALUE), limit);
    }

    private MemoryBound atMost(final int most) {
        return new MemoryBound(heap, program, weights, maps, Math.min(pictures, most), limit);
    }

    public long total() {
        return least() + (pictures - 1) * maps;
    }

    /** With one picture at a time. */
    private long least() {
        return heap + program + weights + maps;
    }

    /**
     * Whether the run can stay below the limit, and one picture's maps of all layers fit into Java's heap.
     *
     * @throws MemoryLimitException when it cannot, however few pictures are shown at once
     */
    public void check(final NetworkGraph graph, final List<String> layers) throws MemoryLimitException {
        // What is stored is encoded on the way, in buffers as large as the maps, twice.
        final long buffers = 2 * BatchSize.values(graph, layers) * Float.BYTES;
        final long needed = BatchSize.weights(graph) + BatchSize.heapBytes(graph, layers) + buffers + LEAST_HEAP;
        if (needed > heap) {
            throw new MemoryLimitException("the maps of these %d layers need %s of Java's heap even with one picture at a time, which has %s"
                    .formatted(layers.size(), size(needed), size(heap)), MemoryLimitException.Bound.HEAP, enough(needed));
        }
        if (limit.given() && least() > limit.bytes()) {
            throw new MemoryLimitException(("the run may take %s of memory but needs up to %s even with one picture at a time: %s Java's heap, "
                    + "%s the program, %s weights, %s maps").formatted(size(limit.bytes()), size(least()), size(heap), size(program), size(weights),
                    size(maps)), MemoryLimitException.Bound.ALL, enough(least()));
        }
    }

    /**
     * For a person.
     *
     * @param machine bytes of memory that the machine has
     */
    public String text(final long machine) {
        final String most = "at most %s of memory, %s of it Java's heap; pictures at once: %d".formatted(size(total()), size(heap), pictures);
        return total() <= machine ? most : "%s; this machine has %s".formatted(most, size(machine));
    }

    private static String size(final long bytes) {
        return bytes < 1000 * MEGABYTE ? "%d MB".formatted((bytes + MEGABYTE - 1) / MEGABYTE)
                : String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1 << 30));
    }

    /** Megabytes, rounded up to a number that one can remember. */
    private static long enough(final long bytes) {
        final long step = 50 * MEGABYTE;
        return (bytes + step - 1) / step * 50;
    }
}
