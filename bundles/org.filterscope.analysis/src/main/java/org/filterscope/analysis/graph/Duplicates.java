package org.filterscope.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Patterns of one filter that have come to stand for the same: mean positions less than a position of the map apart and deviations that
 * correlate above 0.95. The stronger one takes the weaker in. Patterns that fire nowhere go.
 */
final class Duplicates {
    private static final double CORRELATION = 0.95;

    private final PatternArrays patterns;
    private final Inferences inferences;
    private final double apart;

    /** @param kept numbers of the patterns that stay, ascending; @param merged how many each has taken in */
    record Kept(int[] kept, int[] merged) {
    }

    Duplicates(final PatternArrays patterns, final Inferences inferences, final MapGrid grid) {
        this.patterns = patterns;
        this.inferences = inferences;
        apart = grid.cell();
    }

    Kept merge() {
        final double[] weak = IntStream.range(0, patterns.size()).mapToDouble(v -> -inferences.totalScore(v)).toArray();
        final int[] merged = new int[patterns.size()];
        final List<Integer> kept = new ArrayList<>();
        for (int filter = 0; filter < patterns.filters(); filter++) {
            final List<Integer> own = new ArrayList<>();
            for (final int v : ParentCandidates.order(IntStream.range(patterns.first[filter], patterns.first[filter + 1])
                    .filter(v -> weak[v] < 0), weak)) {
                own.stream().filter(stronger -> same(stronger, v)).findFirst().ifPresentOrElse(stronger -> merged[stronger]++,
                        () -> own.add(v));
            }
            kept.addAll(own);
        }
        final int[] numbers = kept.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new Kept(numbers, IntStream.of(numbers).map(v -> merged[v]).toArray());
    }

    private boolean same(final int one, final int other) {
        return Math.hypot(patterns.rows[one] - patterns.rows[other], patterns.cols[one] - patterns.cols[other]) < apart
                && correlation(one, other) > CORRELATION;
    }

    /** Of positions on the pictures where both fire, both axes together; 1 where neither moves. */
    private double correlation(final int one, final int other) {
        final int[] common = IntStream.range(0, inferences.pictures()).filter(picture -> inferences.activations()[inferences.at(one, picture)] > 0
                && inferences.activations()[inferences.at(other, picture)] > 0).toArray();
        final double[] moments = new double[3];
        add(moments, inferences.rows(), one, other, common);
        add(moments, inferences.cols(), one, other, common);
        if (moments[0] == 0 && moments[1] == 0) {
            return common.length > 0 ? 1 : 0;
        }
        return moments[0] == 0 || moments[1] == 0 ? 0 : moments[2] / Math.sqrt(moments[0] * moments[1]);
    }

    private void add(final double[] moments, final float[] values, final int one, final int other, final int[] pictures) {
        double firstMean = 0;
        double secondMean = 0;
        for (final int picture : pictures) {
            firstMean += values[inferences.at(one, picture)];
            secondMean += values[inferences.at(other, picture)];
        }
        firstMean /= pictures.length;
        secondMean /= pictures.length;
        for (final int picture : pictures) {
            final double first = values[inferences.at(one, picture)] - firstMean;
            final double second = values[inferences.at(other, picture)] - secondMean;
            moments[0] += first * first;
            moments[1] += second * second;
            moments[2] += first * second;
        }
    }
}
