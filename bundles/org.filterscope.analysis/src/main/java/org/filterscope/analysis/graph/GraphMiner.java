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
     * @param tasks top layer first; their maps are of the same pictures
     * @param done  how many of them were mined before: the graph is the same as one mined at one go
     * @param last  of the layers that were mined before; null where none was
     * @param share of the whole work that the graph takes about
     */
    public void mine(final List<Task> tasks, final int done, final PatternLayer last, final Receiver receiver, final Progress progress,
            final double share) throws IOException {
        final double cost = tasks.stream().mapToDouble(Task::cost).sum();
        PatternLayer above = last;
        for (int i = done; i < tasks.size(); i++) {
            final Task task = tasks.get(i);
            above = miner.mine(task.maps(), task.patterns(), above, progress, share * task.cost() / cost);
            receiver.finished(i, above);
        }
    }
}
