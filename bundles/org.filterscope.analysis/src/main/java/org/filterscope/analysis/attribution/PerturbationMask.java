package org.filterscope.analysis.attribution;

import java.util.Arrays;
import java.util.Random;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/**
 * The smallest smooth region whose blurring takes the class's logit away, found by gradient descent on a coarse mask. The map is 1 where the
 * picture has to be blurred and 0 where it may stay; 0 everywhere when the blurred picture's logit is not lower. Source: Fong and Vedaldi 2017,
 * with the logit, as a share of what the whole blur takes, for the probability, which has no slope where the network is sure. One pass a step,
 * and two.
 */
public final class PerturbationMask implements HeatMapMethod {
    private static final int STEPS = 300;
    private static final int CELLS = 28;
    private static final double RATE = 0.1;
    /** Standard deviation of the blur, and how far the picture is moved at most: 10 and 4 of 224 pixels. */
    private static final double BLUR = 10.0 / 224;
    private static final double JITTER = 4.0 / 224;

    private final int steps;
    private final MaskCosts costs;
    private final long seed;

    /** 300 steps. */
    public PerturbationMask(final long seed) {
        this(STEPS, seed);
    }

    /**
     * @param steps at least one
     * @param seed  of the movements
     */
    public PerturbationMask(final int steps, final long seed) {
        this.steps = Count.positive(steps, "steps");
        this.seed = seed;
        costs = new MaskCosts(CELLS);
    }

    @Override
    public String name() {
        return "perturbation mask";
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.gradients(steps).plus(PassCount.predictions(2));
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        passes.check(picture);
        final Shape shape = picture.shape();
        final float[] blurred = Replacement.blurred(BLUR).of(picture);
        final double fall = passes.score(picture.values(), ClassScore.LOGIT) - passes.score(blurred, ClassScore.LOGIT);
        if (!(fall > 0)) {
            return new HeatMap(shape.rows(), shape.cols(), new float[shape.rows() * shape.cols()], HeatSign.SUPPORT, passes.count());
        }
        final Stretching stretching = new Stretching(CELLS, CELLS, shape);
        final Random random = new Random(seed);
        final int reach = (int) Math.round(JITTER * Math.min(shape.rows(), shape.cols()));
        final double[] mask = new double[CELLS * CELLS];
        // Half blurred: cells at a bound would need a slope strong enough to leave it.
        Arrays.fill(mask, 0.5);
        final Adam adam = new Adam(mask.length, RATE);
        for (int step = 0; step < steps; step++) {
            final int down = random.nextInt(2 * reach + 1) - reach;
            final int right = random.nextInt(2 * reach + 1) - reach;
            final float[] sharp = moved(picture.values(), shape, down, right);
            final float[] soft = moved(blurred, shape, down, right);
            final double[] gradient = stretching.gather(slope(passes, shape, sharp, soft, stretching.stretch(mask)));
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] /= fall;
            }
            costs.addSlope(mask, gradient);
            adam.step(mask, gradient);
            for (int i = 0; i < mask.length; i++) {
                mask[i] = Math.clamp(mask[i], 0.0, 1.0);
            }
        }
        final double[] hidden = stretching.stretch(Arrays.stream(mask).map(value -> 1 - value).toArray());
        return new HeatMap(shape.rows(), shape.cols(), Doubles.floats(hidden), HeatSign.SUPPORT, passes.count());
    }

    /** The logit's gradient by each pixel of the mask, which is 1 where the picture is sharp. */
    private double[] slope(final ClassPasses passes, final Shape shape, final float[] sharp, final float[] soft, final double[] mask) {
        final float[] mixed = new float[sharp.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (soft[i] + mask[i % mask.length] * (sharp[i] - soft[i]));
        }
        final float[] gradient = PixelGradient.byColour(passes, new FeatureMaps(1, shape, mixed), ReluRule.GRADIENT).values();
        final double[] slope = new double[mask.length];
        for (int i = 0; i < mixed.length; i++) {
            slope[i % mask.length] += (double) gradient[i] * (sharp[i] - soft[i]);
        }
        return slope;
    }

    /** Beyond the border the outermost pixel goes on. */
    private static float[] moved(final float[] values, final Shape shape, final int down, final int right) {
        final float[] moved = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            final int channel = i / (shape.rows() * shape.cols());
            final int row = Math.clamp(i / shape.cols() % shape.rows() - down, 0, shape.rows() - 1);
            final int col = Math.clamp(i % shape.cols() - right, 0, shape.cols() - 1);
            moved[i] = values[(channel * shape.rows() + row) * shape.cols() + col];
        }
        return moved;
    }
}
