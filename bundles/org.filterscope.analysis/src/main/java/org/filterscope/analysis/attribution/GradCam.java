package org.filterscope.analysis.attribution;

import java.util.Optional;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * A layer's maps, each weighted by the mean of the logit's gradient over it; what is below zero is cut off. Source: Selvaraju et al. 2017. One
 * pass.
 */
public final class GradCam implements HeatMapMethod {
    private final WeightedMaps maps;

    /** @param layer with maps, most often the last one */
    public GradCam(final String layer) {
        maps = new WeightedMaps(layer, (values, gradient, start, end) -> WeightedMaps.sum(gradient, start, end) / (end - start));
    }

    @Override
    public String name() {
        return "Grad-CAM";
    }

    @Override
    public Optional<String> obstacle(final NetworkGraph graph) {
        return maps.obstacle(graph);
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.gradients(1);
    }

    /** At the layer's positions, nothing cut off. */
    public CoarseMap map(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        return map(new ClassPasses(session, label, progress), picture);
    }

    CoarseMap map(final ClassPasses passes, final FeatureMaps picture) {
        return maps.of(passes, picture);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        return maps.support(session, picture, label, progress);
    }
}
