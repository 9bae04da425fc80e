package org.filterscope.analysis.attribution;

import java.util.Optional;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * The gradient along the straight way from a baseline to the picture, times the way, summed over a pixel's colours. The values sum up to the
 * difference of the logits, up to the error of the steps, which is reported. Source: Sundararajan, Taly, Yan 2017.
 */
public final class IntegratedGradients implements HeatMapMethod {
    private static final int STEPS = 300;

    private final int steps;
    private final Replacement baseline;

    /** 300 steps from the picture's mean colour. */
    public IntegratedGradients() {
        this(STEPS, Replacement.meanColour());
    }

    /** @param steps in the middle of which the gradient is taken; at least one */
    public IntegratedGradients(final int steps, final Replacement baseline) {
        this.steps = Count.positive(steps, "steps");
        this.baseline = baseline;
    }

    @Override
    public String name() {
        return "integrated gradients";
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.gradients(steps).plus(PassCount.predictions(2));
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        passes.check(picture);
        final float[] to = picture.values();
        final float[] from = baseline.of(picture);
        final double[] sums = new double[to.length];
        passes.forEachGradient(steps, (number, values, start) -> {
            final double share = (number + 0.5) / steps;
            for (int i = 0; i < to.length; i++) {
                values[start + i] = (float) (from[i] + share * (to[i] - from[i]));
            }
        }, ReluRule.GRADIENT, (number, found, image) -> {
            final FeatureMaps gradient = found.gradient(passes.input());
            final int start = gradient.start(image, 0);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += (double) gradient.values()[start + i] * (to[i] - from[i]) / steps;
            }
        });
        final double difference = passes.score(to, ClassScore.LOGIT) - passes.score(from, ClassScore.LOGIT);
        final HeatMap heat = Colours.SUM.heat(sums, picture.shape(), passes.count());
        return new HeatMap(heat.rows(), heat.cols(), heat.values(), heat.sign(), heat.cost(),
                Optional.of(new Completeness(Doubles.sum(sums), difference)));
    }
}
