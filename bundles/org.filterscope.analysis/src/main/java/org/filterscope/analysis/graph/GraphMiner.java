package org.filterscope.analysis.graph;

import java.io.IOException;
import java.util.List;

import org.filterscope.core.progress.Progress;

/** Mines a whole graph, top layer first. Only two layers are in memory at a time, unless the receiver keeps more. */
public final class GraphMiner {
    private final LayerMiner miner;

    public GraphMiner(final LayerMiner miner) {
        this.miner = miner;
    }

    /** A layer to mine; @param patterns a filter */
    public record Task(GraphMaps maps, int patterns) {
        private double cost() {
            return (double) maps.filters() * maps.grid().cells() * patterns;
        }
    }

    /** Takes the layers as they are finished. */
    @FunctionalInterface
    public interface Receiver {
        /** @param number among the tasks */
        void finished(int number, PatternLayer layer) throws IOException;
    }

    /**
     * @param tasks    top layer first; their maps are of the same pictures
     * @param mirrored by picture, whether it is taken mirrored ({@link Orientations}); null when the top layer chooses
     * @param share    of the whole work that the graph takes about
     */
    public void mine(final List<Task> tasks, final boolean[] mirrored, final Receiver receiver, final Progress progress, final double share)
            throws IOException {
        mine(tasks, mirrored, 0, null, receiver, progress, share);
    }

    /**
     * The same, where some layers were mined before: the graph is the same as one mined at one go.
     *
     * @param done how many of the tasks
     * @param last of the layers that were mined before; null where none was
     */
    public void mine(final List<Task> tasks, final boolean[] mirrored, final int done, final PatternLayer last, final Receiver receiver,
            final Progress progress, final double share) throws IOException {
        final double cost = tasks.stream().mapToDouble(Task::cost).sum();
        PatternLayer above = last;
        for (int i = done; i < tasks.size(); i++) {
            final Task task = tasks.get(i);
            final double part = share * task.cost() / cost;
            above = above == null && mirrored != null ? miner.mineOriented(task.maps(), task.patterns(), mirrored, progress, part)
                    : miner.mine(task.maps(), task.patterns(), above, progress, part);
            receiver.finished(i, above);
        }
    }
}
