package org.filterscope.analysis.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Chooses the parents of patterns among candidates of the layer above: those whose motion from picture to picture is the same. */
final class ParentChoice {
    private final Expectation.Above above;
    private final int[] candidates;
    private final int most;
    private final CommonMotion motion;

    /** @param most parents of a pattern */
    ParentChoice(final Expectation.Above above, final int[] candidates, final int most) {
        this.above = above;
        this.candidates = candidates;
        this.most = most;
        motion = candidates.length == 0 ? null : new CommonMotion(above, candidates);
    }

    /** Sets parents and reach of the patterns of a filter that fire; the others keep what they have. */
    void choose(final PatternArrays patterns, final int filter, final Inferences inferences) {
        final int[] firing = IntStream.range(patterns.first[filter], patterns.first[filter + 1]).filter(v -> inferences.totalScore(v) > 0)
                .toArray();
        if (motion == null) {
            return;
        }
        final List<CommonMotion.Motion> motions = IntStream.of(firing).mapToObj(v -> motion(patterns, v, inferences)).toList();
        final float[][] agreement = motion.agreement(motions);
        for (int i = 0; i < firing.length; i++) {
            final int v = firing[i];
            final List<Parent> parents = new ArrayList<>();
            for (final int c : best(agreement[i])) {
                final int parent = candidates[c];
                parents.add(new Parent(parent, (float) (patterns.rows[v] - above.patterns().rows[parent]),
                        (float) (patterns.cols[v] - above.patterns().cols[parent]), Math.min(1, agreement[i][c]),
                        residual(parent, motions.get(i))));
            }
            patterns.parents.set(v, List.copyOf(parents));
            patterns.reaches[v] = Expectation.reach(parents, above.patterns());
        }
    }

    private static CommonMotion.Motion motion(final PatternArrays patterns, final int v, final Inferences inferences) {
        final int pictures = inferences.pictures();
        final CommonMotion.Motion motion = new CommonMotion.Motion(new float[pictures], new float[pictures], new float[pictures]);
        final double total = inferences.totalScore(v);
        for (int picture = 0; picture < pictures; picture++) {
            final int at = inferences.at(v, picture);
            motion.rows()[picture] = (float) (inferences.rows()[at] - patterns.rows[v]);
            motion.cols()[picture] = (float) (inferences.cols()[at] - patterns.cols[v]);
            motion.weights()[picture] = (float) (inferences.scores()[at] / total);
        }
        return motion;
    }

    private int[] best(final float[] agreement) {
        final double[] negative = IntStream.range(0, agreement.length).mapToDouble(c -> -agreement[c]).toArray();
        if (agreement.length <= most) {
            return ParentCandidates.order(IntStream.range(0, agreement.length), negative);
        }
        final double[] sorted = negative.clone();
        Arrays.sort(sorted);
        final double last = sorted[most - 1];
        final int[] chosen = ParentCandidates.order(IntStream.range(0, agreement.length).filter(c -> negative[c] <= last), negative);
        return Arrays.copyOf(chosen, most);
    }

    private float residual(final int parent, final CommonMotion.Motion own) {
        double rowSum = 0;
        double colSum = 0;
        double squares = 0;
        int count = 0;
        for (int picture = 0; picture < own.rows().length; picture++) {
            if (own.weights()[picture] > 0) {
                final double row = own.rows()[picture] - above.rowDeviation(parent, picture);
                final double col = own.cols()[picture] - above.colDeviation(parent, picture);
                rowSum += row;
                colSum += col;
                squares += row * row + col * col;
                count++;
            }
        }
        final double means = (rowSum * rowSum + colSum * colSum) / count;
        return (float) Math.sqrt(Math.max(0, (squares - means) / (2 * count)));
    }
}
