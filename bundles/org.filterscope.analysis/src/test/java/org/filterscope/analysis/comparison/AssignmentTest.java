package org.filterscope.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void itIsTheBestOfAllAssignments() {
        final Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            final double[][] weights = new double[1 + random.nextInt(6)][1 + random.nextInt(6)];
            for (final double[] row : weights) {
                // Few different values, so that there are ties.
                Arrays.setAll(row, i -> random.nextInt(5) - 2);
            }
            final int[] columns = Assignment.ofHighest(weights, Progress.NONE);
            assertThat(sum(weights, columns)).isCloseTo(best(weights, 0, 0), within(1e-12));
            assertThat(Arrays.stream(columns).filter(column -> column >= 0)).doesNotHaveDuplicates()
                    .hasSize(Math.min(weights.length, weights[0].length));
        }
    }

    @Test
    void nothingIsAssignedToNothing() {
        assertThat(Assignment.ofHighest(new double[0][0], Progress.NONE)).isEmpty();
        assertThat(Assignment.ofHighest(new double[2][0], Progress.NONE)).containsExactly(-1, -1);
    }

    private static double sum(final double[][] weights, final int[] columns) {
        double sum = 0;
        for (int row = 0; row < columns.length; row++) {
            sum += columns[row] < 0 ? 0 : weights[row][columns[row]];
        }
        return sum;
    }

    /** Every assignment of as many pairs as there can be, tried one by one. */
    private static double best(final double[][] weights, final int row, final int used) {
        if (row == weights.length) {
            return Integer.bitCount(used) == Math.min(weights.length, weights[0].length) ? 0 : Double.NEGATIVE_INFINITY;
        }
        double best = weights.length > weights[0].length ? best(weights, row + 1, used) : Double.NEGATIVE_INFINITY;
        for (int column = 0; column < weights[0].length; column++) {
            if ((used >> column & 1) == 0) {
                best = Math.max(best, weights[row][column] + best(weights, row + 1, used | 1 << column));
            }
        }
        return best;
    }
}
