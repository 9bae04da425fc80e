package org.filterscope.analysis.attribution;

import java.util.Random;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * A linear model of the score near the picture: pieces are hidden at random, and the weight of each piece is what showing it adds, by weighted
 * ridge regression. A pixel gets its piece's weight. Source: Ribeiro, Singh, Guestrin 2016. One pass a sample.
 */
public final class Lime implements HeatMapMethod {
    private static final int SAMPLES = 1000;
    private static final Segmentation PIECES = new Segmentation(7, 7);
    private static final double WIDTH = 0.25;
    private static final double RIDGE = 1;
    /** The equations take memory by the square of the pieces, and time by the third power that cannot be interrupted. */
    private static final int MOST_PIECES = 1000;

    private final int samples;
    private final Segmentation segmentation;
    private final double ridge;
    private final Replacement fill;
    private final ClassScore score;
    private final long seed;

    /** 1000 samples of 7 × 7 pieces, hidden ones in the picture's mean colour; the probability. */
    public Lime(final long seed) {
        this(SAMPLES, PIECES, RIDGE, Replacement.meanColour(), ClassScore.PROBABILITY, seed);
    }

    /** @param ridge how strongly weights are drawn towards zero; above zero */
    public Lime(final int samples, final Segmentation segmentation, final double ridge, final Replacement fill, final ClassScore score,
            final long seed) {
        if (samples < 1 || !(ridge > 0) || segmentation.count() > MOST_PIECES) {
            throw new IllegalArgumentException("%d samples of %d pieces with ridge %s; at most %d pieces".formatted(samples,
                    segmentation.count(), ridge, MOST_PIECES));
        }
        this.samples = samples;
        this.segmentation = segmentation;
        this.ridge = ridge;
        this.fill = fill;
        this.score = score;
        this.seed = seed;
    }

    @Override
    public String name() {
        return "LIME";
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.predictions(samples);
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        passes.check(picture);
        final int[] pieces = segmentation.pieces(picture.shape());
        final boolean[][] shown = samples();
        final float[] hidden = fill.of(picture);
        final double[] scores = passes.scores(samples, (number, values, start) -> {
            for (int i = 0; i < hidden.length; i++) {
                values[start + i] = (shown[number][pieces[i % pieces.length]] ? picture.values() : hidden)[i];
            }
        }, score);
        final WeightedRidge regression = new WeightedRidge(segmentation.count());
        for (int sample = 0; sample < samples; sample++) {
            if (sample % 16 == 0) {
                progress.checkCancelled();
            }
            regression.add(shown[sample], scores[sample], nearness(shown[sample]));
        }
        final double[] weights = regression.solve(ridge);
        final float[] heat = new float[pieces.length];
        for (int i = 0; i < heat.length; i++) {
            heat[i] = (float) weights[pieces[i]];
        }
        return new HeatMap(picture.shape().rows(), picture.shape().cols(), heat, HeatSign.SIGNED, passes.count());
    }

    /** The whole picture first, then each piece shown or hidden with equal chance. */
    private boolean[][] samples() {
        final Random random = new Random(seed);
        final boolean[][] shown = new boolean[samples][segmentation.count()];
        for (int sample = 0; sample < samples; sample++) {
            for (int piece = 0; piece < segmentation.count(); piece++) {
                shown[sample][piece] = sample == 0 || random.nextBoolean();
            }
        }
        return shown;
    }

    /** Falls with the cosine distance to the whole picture. */
    private static double nearness(final boolean[] shown) {
        int count = 0;
        for (final boolean piece : shown) {
            count += piece ? 1 : 0;
        }
        final double distance = 1 - Math.sqrt((double) count / shown.length);
        return Math.exp(-distance * distance / (WIDTH * WIDTH));
    }
}
