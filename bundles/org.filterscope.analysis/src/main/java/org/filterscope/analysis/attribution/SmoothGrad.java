package org.filterscope.analysis.attribution;

import java.util.Random;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.NetworkGraph;

/** Saliency of the mean gradient at noisy copies of the picture. Source: Smilkov et al. 2017. One pass a copy. */
public final class SmoothGrad implements HeatMapMethod {
    private static final int COPIES = 50;
    private static final double NOISE = 0.15;

    private final int copies;
    private final double noise;
    private final long seed;

    /** 50 copies with noise of 15 % of the picture's range. */
    public SmoothGrad(final long seed) {
        this(COPIES, NOISE, seed);
    }

    /**
     * @param copies at least one
     * @param noise  standard deviation, as a share of the difference of the picture's highest and lowest value
     */
    public SmoothGrad(final int copies, final double noise, final long seed) {
        if (copies < 1 || !(noise >= 0)) {
            throw new IllegalArgumentException("%d copies with noise %s".formatted(copies, noise));
        }
        this.copies = copies;
        this.noise = noise;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "SmoothGrad";
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.gradients(copies);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        passes.check(picture);
        final float[] of = picture.values();
        final double deviation = noise * range(of);
        final Random random = new Random(seed);
        final double[] mean = new double[of.length];
        passes.forEachGradient(copies, (number, values, start) -> {
            for (int i = 0; i < of.length; i++) {
                values[start + i] = (float) (of[i] + deviation * random.nextGaussian());
            }
        }, ReluRule.GRADIENT, (number, found, image) -> {
            final FeatureMaps gradient = found.gradient(passes.input());
            final int start = gradient.start(image, 0);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += gradient.values()[start + i] / (double) copies;
            }
        });
        return Colours.LARGEST_MAGNITUDE.heat(mean, picture.shape(), passes.count());
    }

    private static double range(final float[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (final float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }
}
