package org.filterscope.analysis.attribution;

import java.util.Random;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/**
 * The mean score over random soft masks that show a pixel, less the mean over all masks. Source: Petsiuk, Das, Saenko 2018, with the mean taken
 * off, so that pixels that do not matter are near zero. One pass a mask.
 */
public final class Rise implements HeatMapMethod {
    private static final int MASKS = 2000;
    private static final int CELLS = 7;
    private static final double SHOWN = 0.5;

    private final int masks;
    private final int cells;
    private final Replacement fill;
    private final ClassScore score;
    private final long seed;

    /** 2000 masks of 7 × 7 cells, what is hidden in the picture's mean colour; the probability. */
    public Rise(final long seed) {
        this(MASKS, CELLS, Replacement.meanColour(), ClassScore.PROBABILITY, seed);
    }

    /** @param cells of a mask along each side, at least one */
    public Rise(final int masks, final int cells, final Replacement fill, final ClassScore score, final long seed) {
        if (masks < 1 || cells < 1) {
            throw new IllegalArgumentException("%d masks of %d × %d cells".formatted(masks, cells, cells));
        }
        this.masks = masks;
        this.cells = cells;
        this.fill = fill;
        this.score = score;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "RISE";
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.predictions(masks);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        passes.check(picture);
        final float[] hidden = fill.of(picture);
        final int pixels = picture.shape().rows() * picture.shape().cols();
        final RandomMasks drawn = new RandomMasks(picture.shape());
        final double[] scores = passes.scores(masks, (number, values, start) -> {
            final double[] mask = drawn.next();
            for (int i = 0; i < hidden.length; i++) {
                values[start + i] = (float) (hidden[i] + mask[i % pixels] * (picture.values()[i] - hidden[i]));
            }
        }, score);
        final double mean = Doubles.sum(scores) / masks;
        final double[] heat = new double[pixels];
        final double[] weight = new double[pixels];
        // The masks are drawn again: all at once would take memory by their number.
        final RandomMasks again = new RandomMasks(picture.shape());
        for (final double of : scores) {
            progress.checkCancelled();
            final double[] mask = again.next();
            for (int i = 0; i < pixels; i++) {
                heat[i] += mask[i] * (of - mean);
                weight[i] += mask[i];
            }
        }
        for (int i = 0; i < pixels; i++) {
            heat[i] = weight[i] == 0 ? 0 : heat[i] / weight[i];
        }
        return new HeatMap(picture.shape().rows(), picture.shape().cols(), Doubles.floats(heat), HeatSign.SIGNED, passes.count());
    }

    /** Coarse masks of shown and hidden cells, one cell larger than the picture, stretched and moved by part of a cell. */
    private final class RandomMasks {
        private final Random random = new Random(seed);
        private final Shape shape;
        private final int height;
        private final int width;
        private final Stretching stretching;

        RandomMasks(final Shape shape) {
            this.shape = shape;
            height = Math.ceilDiv(shape.rows(), cells);
            width = Math.ceilDiv(shape.cols(), cells);
            stretching = new Stretching(cells + 1, cells + 1, new Shape(1, (cells + 1) * height, (cells + 1) * width));
        }

        double[] next() {
            final double[] coarse = new double[(cells + 1) * (cells + 1)];
            for (int i = 0; i < coarse.length; i++) {
                coarse[i] = random.nextDouble() < SHOWN ? 1 : 0;
            }
            final int top = random.nextInt(height);
            final int left = random.nextInt(width);
            final double[] large = stretching.stretch(coarse);
            final double[] mask = new double[shape.rows() * shape.cols()];
            for (int row = 0; row < shape.rows(); row++) {
                System.arraycopy(large, (row + top) * (cells + 1) * width + left, mask, row * shape.cols(), shape.cols());
            }
            return mask;
        }
    }
}
