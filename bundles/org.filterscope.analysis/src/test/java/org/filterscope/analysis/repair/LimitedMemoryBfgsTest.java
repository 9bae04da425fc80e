package org.filterscope.analysis.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LimitedMemoryBfgsTest {

    /** Σ i (x_i − i)², whose axes differ in steepness by a factor of 50. */
    @Test
    void theLowestPointOfABowlIsFound() {
        final double[] found = new LimitedMemoryBfgs((at, gradient) -> {
            double value = 0;
            for (int i = 0; i < at.length; i++) {
                value += (i + 1) * (at[i] - i) * (at[i] - i);
                gradient[i] = 2 * (i + 1) * (at[i] - i);
            }
            return value;
        }).minimum(new double[50]);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(i, within(1e-6));
        }
    }

    /** exp(x + y) + exp(x − y) + exp(−2 x): by symmetry y = 0, and exp(3 x) = 1. */
    @Test
    void aFunctionThatIsNoBowlToo() {
        final double[] found = new LimitedMemoryBfgs((at, gradient) -> {
            final double a = Math.exp(at[0] + at[1]);
            final double b = Math.exp(at[0] - at[1]);
            final double c = Math.exp(-2 * at[0]);
            gradient[0] = a + b - 2 * c;
            gradient[1] = a - b;
            return a + b + c;
        }).minimum(new double[] {2, -1});
        assertThat(found[0]).isCloseTo(0, within(1e-6));
        assertThat(found[1]).isCloseTo(0, within(1e-6));
    }

    @Test
    void whoeverStandsAtTheLowestPointStaysThere() {
        assertThat(new LimitedMemoryBfgs((at, gradient) -> 7).minimum(new double[] {3})).containsExactly(3);
    }
}
