package org.filterscope.analysis.attribution;

import java.util.Optional;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * A layer's maps, each weighted by its positive gradients, which count the less the more of the map there is; so that several small objects count
 * like a large one. Source: Chattopadhay et al. 2018. One pass.
 */
public final class GradCamPlusPlus implements HeatMapMethod {
    private final WeightedMaps maps;

    /** @param layer with maps, most often the last one; meant for values that are not negative */
    public GradCamPlusPlus(final String layer) {
        maps = new WeightedMaps(layer, GradCamPlusPlus::weight);
    }

    /** The published g² / (2 g² + g³ Σ A) without what cancels: no number has to keep it from 0 / 0. */
    private static double weight(final float[] values, final float[] gradient, final int start, final int end) {
        final double whole = WeightedMaps.sum(values, start, end);
        double weight = 0;
        for (int i = start; i < end; i++) {
            final double below = 2 + gradient[i] * whole;
            if (gradient[i] > 0 && below > 0) {
                weight += gradient[i] / below;
            }
        }
        return weight;
    }

    @Override
    public String name() {
        return "Grad-CAM++";
    }

    @Override
    public Optional<String> obstacle(final NetworkGraph graph) {
        return maps.obstacle(graph);
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.gradients(1);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        return maps.support(session, picture, label, progress);
    }
}
