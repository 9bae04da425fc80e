package org.filterscope.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

import org.junit.jupiter.api.Test;

class BinomialTailTest {

    /** In exact arithmetic: the sum of C(n, k) 19^(n-k) / 20^n. */
    @Test
    void tailsAreThoseOfExactArithmetic() {
        for (final int trials : new int[] {1, 7, 40, 400}) {
            for (int successes = 0; successes <= trials; successes += Math.max(1, trials / 7)) {
                assertThat(BinomialTail.of(trials, successes, 0.05)).isCloseTo(exact(trials, successes), within(1e-12 * exact(trials, successes)));
            }
        }
    }

    private static double exact(final int trials, final int successes) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger ways = BigInteger.ONE;
        for (int k = 0; k <= trials; k++) {
            if (k >= successes) {
                sum = sum.add(ways.multiply(BigInteger.valueOf(19).pow(trials - k)));
            }
            ways = ways.multiply(BigInteger.valueOf(trials - k)).divide(BigInteger.valueOf(k + 1L));
        }
        return new BigDecimal(sum).divide(new BigDecimal(BigInteger.valueOf(20).pow(trials)), MathContext.DECIMAL64).doubleValue();
    }

    /** 1 − (0.5⁴ + 4 · 0.5⁴) = 11/16; 0.05³ + 3 · 0.05² · 0.95 = 0.00725. */
    @Test
    void tailsAreThoseByHand() {
        assertThat(BinomialTail.of(4, 2, 0.5)).isCloseTo(11 / 16.0, within(1e-12));
        assertThat(BinomialTail.of(3, 2, 0.05)).isCloseTo(0.00725, within(1e-12));
        assertThat(BinomialTail.of(3, 0, 0.05)).isEqualTo(1);
        assertThat(BinomialTail.of(3, 3, 0.05)).isCloseTo(0.000125, within(1e-12));
    }

    @Test
    void theSignTestIsTheTailOfAFairCoin() {
        assertThat(BinomialTail.sign(5, 0)).isCloseTo(1 / 32.0, within(1e-15));
        assertThat(BinomialTail.sign(2, 1)).isCloseTo(0.5, within(1e-15));
        assertThat(BinomialTail.sign(0, 3)).isEqualTo(1);
        assertThat(BinomialTail.sign(0, 0)).isEqualTo(1);
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        assertThatThrownBy(() -> BinomialTail.of(3, 4, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
