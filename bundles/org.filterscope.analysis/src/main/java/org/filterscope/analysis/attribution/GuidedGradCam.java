package org.filterscope.analysis.attribution;

import java.util.Optional;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * Grad-CAM times guided back-propagation: fine lines, where Grad-CAM sees the class. The largest magnitude among a pixel's colours. Source:
 * Selvaraju et al. 2017. Two passes.
 */
public final class GuidedGradCam implements HeatMapMethod {
    private final GradCam coarse;

    /** @param layer for Grad-CAM */
    public GuidedGradCam(final String layer) {
        coarse = new GradCam(layer);
    }

    @Override
    public String name() {
        return "guided Grad-CAM";
    }

    @Override
    public Optional<String> obstacle(final NetworkGraph graph) {
        return coarse.obstacle(graph);
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.gradients(2);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        final double[] where = coarse.map(passes, picture).rectified().stretched(picture.shape());
        final double[] values = Doubles.of(PixelGradient.byColour(passes, picture, ReluRule.GUIDED).values());
        for (int i = 0; i < values.length; i++) {
            values[i] *= where[i % where.length];
        }
        return Colours.LARGEST_MAGNITUDE.heat(values, picture.shape(), passes.count());
    }
}
