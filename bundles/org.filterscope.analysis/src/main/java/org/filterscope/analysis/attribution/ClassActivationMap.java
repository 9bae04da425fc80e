package org.filterscope.analysis.attribution;

import java.util.Optional;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * A layer's maps, each weighted by the class's weight for its mean. The map's mean, and what does not depend on the layer, is the logit. Only for
 * networks that average maps over all positions and are affine above. Source: Zhou et al. 2016. One pass.
 */
public final class ClassActivationMap implements HeatMapMethod {
    private final String layer;
    private final WeightedMaps maps;

    /** @param layer whose maps are averaged; nothing but affine layers that work position by position may come before */
    public ClassActivationMap(final String layer) {
        this.layer = layer;
        // The gradient at each position is the weight of the mean divided by the number of positions.
        maps = new WeightedMaps(layer, (values, gradient, start, end) -> WeightedMaps.sum(gradient, start, end));
    }

    @Override
    public String name() {
        return "CAM";
    }

    @Override
    public Optional<String> obstacle(final NetworkGraph graph) {
        return maps.obstacle(graph).or(() -> PooledHead.obstacle(graph, layer));
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.gradients(1);
    }

    /** At the layer's positions. */
    public CoarseMap map(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        return map(new ClassPasses(session, label, progress), picture);
    }

    private CoarseMap map(final ClassPasses passes, final FeatureMaps picture) {
        obstacle(passes.graph()).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        return maps.of(passes, picture);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        return map(passes, picture).heat(picture.shape(), HeatSign.SIGNED, passes.count());
    }
}
