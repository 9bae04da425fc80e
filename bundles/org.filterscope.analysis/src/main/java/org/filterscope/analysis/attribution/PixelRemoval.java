package org.filterscope.analysis.attribution;

import java.util.Comparator;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;

/**
 * How faithful a heat map is to the network: pixels are taken from the picture, or brought into an empty one, the hottest first. Source: Petsiuk,
 * Das, Saenko 2018. One pass a step, and one more.
 */
public final class PixelRemoval {
    private static final int STEPS = 50;

    private final int steps;
    private final ClassScore score;

    /** 50 steps; the probability. */
    public PixelRemoval() {
        this(STEPS, ClassScore.PROBABILITY);
    }

    /** @param steps in which all pixels are changed; at least one */
    public PixelRemoval(final int steps, final ClassScore score) {
        this.steps = Count.positive(steps, "steps");
        this.score = score;
    }

    /**
     * From the picture, its hottest pixels are taken first: a small area means that the map knows what the class depends on.
     *
     * @param without what takes a pixel's place
     */
    public ScoreCurve deletion(final NetworkSession session, final FeatureMaps picture, final int label, final HeatMap heat,
            final Replacement without, final Progress progress) {
        return curve(new ClassPasses(session, label, progress), picture, picture.values(), without.of(picture), heat);
    }

    /**
     * Into an empty picture, the hottest pixels are brought first: a large area means that the map knows what is enough for the class.
     *
     * @param empty most often {@link Replacement#blurred}, which adds no edges
     */
    public ScoreCurve insertion(final NetworkSession session, final FeatureMaps picture, final int label, final HeatMap heat,
            final Replacement empty, final Progress progress) {
        return curve(new ClassPasses(session, label, progress), picture, empty.of(picture), picture.values(), heat);
    }

    private ScoreCurve curve(final ClassPasses passes, final FeatureMaps picture, final float[] from, final float[] to, final HeatMap heat) {
        passes.check(picture);
        final int pixels = heat.values().length;
        if (heat.rows() != picture.shape().rows() || heat.cols() != picture.shape().cols()) {
            throw new IllegalArgumentException("a heat map of %d × %d pixels for a picture of %s".formatted(heat.rows(), heat.cols(),
                    picture.shape()));
        }
        final int[] rank = ranks(heat.values());
        final double[] scores = passes.scores(steps + 1, (step, values, start) -> {
            final int changed = (int) ((long) pixels * step / steps);
            for (int i = 0; i < from.length; i++) {
                values[start + i] = (rank[i % pixels] < changed ? to : from)[i];
            }
        }, score);
        return new ScoreCurve(scores, passes.count());
    }

    /** By pixel its place in the order from hot to cold; of equal ones the first comes first. */
    private static int[] ranks(final float[] heat) {
        final int[] order = IntStream.range(0, heat.length).boxed().sorted(Comparator.comparingDouble(i -> -heat[i])).mapToInt(i -> i)
                .toArray();
        final int[] ranks = new int[heat.length];
        for (int place = 0; place < order.length; place++) {
            ranks[order[place]] = place;
        }
        return ranks;
    }
}
