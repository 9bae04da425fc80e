package org.filterscope.analysis.attribution;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * Gradient × input, summed over a pixel's colours: what the pixel adds to the logit, if the network were as linear everywhere as it is here.
 * Source: Shrikumar et al. 2016. One pass.
 */
public final class GradientTimesInput implements HeatMapMethod {

    @Override
    public String name() {
        return "gradient × input";
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.gradients(1);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        final double[] values = Doubles.of(PixelGradient.byColour(passes, picture, ReluRule.GRADIENT).values());
        for (int i = 0; i < values.length; i++) {
            values[i] *= picture.values()[i];
        }
        return Colours.SUM.heat(values, picture.shape(), passes.count());
    }
}
