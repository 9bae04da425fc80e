package org.filterscope.analysis.heat;

import org.filterscope.analysis.attribution.HeatMap;
import org.filterscope.analysis.attribution.HeatMapMethod;
import org.filterscope.analysis.attribution.HeatSign;
import org.filterscope.analysis.attribution.PassCount;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/** Knows neither picture nor network: hottest in the middle, 0 in the farthest corner. Photographers put objects there. */
final class CentreMap implements HeatMapMethod {

    @Override
    public String name() {
        return "centre";
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return new PassCount(0, 0);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final int rows = picture.shape().rows();
        final int cols = picture.shape().cols();
        final float[] values = new float[rows * cols];
        for (int i = 0; i < values.length; i++) {
            final double down = (i / cols + 0.5) / rows - 0.5;
            final double right = (i % cols + 0.5) / cols - 0.5;
            values[i] = (float) (Math.sqrt(0.5) - Math.hypot(down, right));
        }
        return new HeatMap(rows, cols, values, HeatSign.SUPPORT, new PassCount(0, 0));
    }
}
