package org.filterscope.analysis.heat;

import java.util.Arrays;
import java.util.Random;

import org.filterscope.analysis.attribution.HeatMap;
import org.filterscope.analysis.attribution.HeatMapMethod;
import org.filterscope.analysis.attribution.HeatSign;
import org.filterscope.analysis.attribution.PassCount;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/** Noise: every pixel a number by lot, other ones for another picture. */
final class RandomMap implements HeatMapMethod {
    private final long seed;

    RandomMap(final long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "noise";
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return new PassCount(0, 0);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final Random random = new Random(31 * seed + Arrays.hashCode(picture.values()));
        final float[] values = new float[picture.shape().rows() * picture.shape().cols()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new HeatMap(picture.shape().rows(), picture.shape().cols(), values, HeatSign.SUPPORT, new PassCount(0, 0));
    }
}
