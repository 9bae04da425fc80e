package org.filterscope.analysis.batch;

import java.util.List;
import java.util.Locale;

import org.filterscope.engine.graph.NetworkGraph;

/**
 * How much memory a run takes at most, told before it begins. What it really takes is most often less: the heap fills only where analyses need it,
 * and not every graph is loaded. Bytes, resident in memory; docs/architecture.md has the measurements.
 *
 * @param heap    of Java, as the process was given it
 * @param program the virtual machine and the executors' libraries
 * @param weights of the graphs that an executor keeps loaded
 * @param maps    of one batch
 */
public record MemoryBound(long heap, long program, long weights, long maps) {
    private static final long MEGABYTE = 1 << 20;
    private static final long PROGRAM = 350 * MEGABYTE;
    /** The file's weights as they are read, written for the executor, and kept by it. */
    private static final int COPIES = 3;
    /** Beside the newest graph so many others stay loaded, with at most so many bytes of weights. */
    private static final int OTHER_GRAPHS = 7;
    private static final long MOST_OTHER_WEIGHTS = 1024 * MEGABYTE;
    /** What an operation needs to work beside its input and output is as much again, as measured. */
    private static final int WORKING_ROOM = 2;

    /**
     * Of a run that shows pictures and looks at layers.
     *
     * @param file   size of the model's file in bytes
     * @param layers that are looked into
     */
    public static MemoryBound of(final NetworkGraph graph, final List<String> layers, final long file) {
        return new MemoryBound(Runtime.getRuntime().maxMemory(), PROGRAM, COPIES * file + Math.min(OTHER_GRAPHS * file, MOST_OTHER_WEIGHTS),
                WORKING_ROOM * BatchSize.of(graph, layers) * BatchSize.bytes(graph, graph.nodes(), layers));
    }

    public long total() {
        return heap + program + weights + maps;
    }

    /**
     * For a person.
     *
     * @param machine bytes of memory that the machine has
     */
    public String text(final long machine) {
        final String most = "at most %s of memory, %s of it Java's heap".formatted(size(total()), size(heap));
        return total() <= machine ? most : "%s; this machine has %s".formatted(most, size(machine));
    }

    private static String size(final long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1 << 30));
    }
}
