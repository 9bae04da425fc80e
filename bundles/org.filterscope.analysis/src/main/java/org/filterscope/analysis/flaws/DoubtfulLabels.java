package org.filterscope.analysis.flaws;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How much each picture's label is contradicted by all other pictures.
 *
 * @param doubts by picture: score of the best other class less that of its own; positive where the others say another class
 */
record DoubtfulLabels(double[] doubts) {

    /** @param scores {@code [picture][class]} as {@link LeaveOneOut} gives them, for two classes or more */
    static DoubtfulLabels of(final double[][] scores, final int[] classes) {
        final double[] doubts = new double[scores.length];
        for (int picture = 0; picture < scores.length; picture++) {
            double other = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < scores[picture].length; c++) {
                other = c == classes[picture] ? other : Math.max(other, scores[picture][c]);
            }
            doubts[picture] = other - scores[picture][classes[picture]];
        }
        return new DoubtfulLabels(doubts);
    }

    /** Pictures of which the others say another class, the most doubtful first. */
    int[] doubtful() {
        return Arrays.stream(ranked()).filter(picture -> doubts[picture] > 0).toArray();
    }

    /** All pictures, the most doubtful first. */
    int[] ranked() {
        return IntStream.range(0, doubts.length).boxed().sorted(Comparator.comparingDouble(picture -> -doubts[picture]))
                .mapToInt(Integer::intValue).toArray();
    }
}
