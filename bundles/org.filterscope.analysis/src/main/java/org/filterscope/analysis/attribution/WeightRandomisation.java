package org.filterscope.analysis.attribution;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * Whether a heat map depends on what the network has learned: layer by layer from the output down, weights are shuffled, and the map is compared
 * with that of the network as it is. A map that stays alike explains the picture, not the network. Source: Adebayo et al. 2018. As many maps as
 * layers with weights, and one.
 */
public final class WeightRandomisation {
    private final Executor executor;
    private final long seed;

    /** @param executor that opens the changed networks */
    public WeightRandomisation(final Executor executor, final long seed) {
        this.executor = executor;
        this.seed = seed;
    }

    /**
     * How alike two maps are.
     *
     * @param layer      down to which all weights are shuffled
     * @param similarity as {@link MapLikeness} has it
     */
    public record Alike(String layer, double similarity) {
    }

    /**
     * @param most as many layers, from the output down
     * @return in this order
     * @throws IllegalStateException when the method has an obstacle
     */
    public List<Alike> run(final NetworkGraph graph, final HeatMapMethod method, final FeatureMaps picture, final int label, final int most,
            final Progress progress) {
        final List<String> layers = ShuffledWeights.layers(graph);
        final MapLikeness original = new MapLikeness(heat(graph, method, picture, label, progress));
        final List<Alike> found = new ArrayList<>();
        for (int count = 1; count <= Math.min(most, layers.size()); count++) {
            progress.checkCancelled();
            final NetworkGraph shuffled = ShuffledWeights.of(graph, layers.subList(0, count), seed);
            found.add(new Alike(layers.get(count - 1), original.to(heat(shuffled, method, picture, label, progress))));
        }
        return found;
    }

    private HeatMap heat(final NetworkGraph graph, final HeatMapMethod method, final FeatureMaps picture, final int label, final Progress progress) {
        try (NetworkSession session = executor.open(graph)) {
            return method.explain(session, picture, label, progress);
        }
    }
}
