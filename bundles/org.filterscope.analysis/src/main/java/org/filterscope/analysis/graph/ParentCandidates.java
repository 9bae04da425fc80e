package org.filterscope.analysis.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which patterns of a layer may become parents: strong ones that move from picture to picture and do not lie at the border. */
final class ParentCandidates {
    /** Nearer to the border than this share of the map's height or width: padding speaks there. */
    private static final double BORDER = 0.1;

    private ParentCandidates() {
    }

    /**
     * The half of the patterns whose position varies more, without those at the border; of these the ones with the highest total score.
     *
     * @param most how many at most
     * @return their numbers, best first; of equal ones the first
     */
    static int[] of(final PatternArrays patterns, final Inferences inferences, final MapGrid grid, final int most) {
        final int size = patterns.size();
        final double[] variances = new double[size];
        final double[] scores = new double[size];
        for (int v = 0; v < size; v++) {
            variances[v] = variance(inferences.rows(), inferences, v) + variance(inferences.cols(), inferences, v);
            scores[v] = inferences.totalScore(v);
        }
        final int[] still = order(IntStream.range(0, size), variances);
        final boolean[] excluded = new boolean[size];
        Arrays.stream(still, 0, size / 2).forEach(v -> excluded[v] = true);
        final double[] weak = Arrays.stream(scores).map(score -> -score).toArray();
        return Arrays.stream(order(IntStream.range(0, size).filter(v -> !excluded[v] && scores[v] > 0
                && grid.inset(patterns.rows[v], patterns.cols[v]) >= BORDER), weak)).limit(most).toArray();
    }

    /** Ascending; of equal ones the first. */
    static int[] order(final IntStream numbers, final double[] values) {
        return numbers.boxed().sorted(Comparator.comparingDouble(v -> values[v])).mapToInt(Integer::intValue).toArray();
    }

    private static double variance(final float[] values, final Inferences inferences, final int pattern) {
        final int from = inferences.at(pattern, 0);
        final int to = inferences.at(pattern, inferences.pictures());
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += values[i];
        }
        mean /= to - from;
        double square = 0;
        for (int i = from; i < to; i++) {
            square += (values[i] - mean) * (values[i] - mean);
        }
        return square / (to - from);
    }
}
