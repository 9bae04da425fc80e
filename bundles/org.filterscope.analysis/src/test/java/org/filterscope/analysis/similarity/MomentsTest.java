package org.filterscope.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final int CHANNELS = 5;

    /** Against the definition; a number of samples that four does not divide. Tolerance: double precision of values around 1. */
    @Test
    void momentsInTwoPartsAreThoseOfTheirDefinition() {
        final double[][] samples = samples(103);
        final Moments first = moments(samples, 0, 41);
        first.add(moments(samples, 41, 103));
        assertThat(first.count()).isEqualTo(103);
        for (int i = 0; i < CHANNELS; i++) {
            for (int j = 0; j < CHANNELS; j++) {
                assertThat(first.covariance(i, j)).isCloseTo(covariance(samples, i, j), within(1e-13));
            }
            assertThat(first.variance(i)).isEqualTo(first.covariance(i, i));
        }
    }

    @Test
    void roundingIsNoVariance() {
        final Moments moments = new Moments(1);
        for (int i = 0; i < 1000; i++) {
            moments.next()[0] = 0.1;
            moments.added();
        }
        moments.complete();
        assertThat(moments.variance(0)).isZero();
    }

    private static double[][] samples(final int count) {
        final Random random = new Random(1);
        final double[][] samples = new double[count][CHANNELS];
        for (final double[] sample : samples) {
            for (int c = 0; c < CHANNELS; c++) {
                sample[c] = random.nextInt(3) == 0 ? 0 : random.nextGaussian() + (c > 0 ? sample[c - 1] : 0);
            }
        }
        return samples;
    }

    private static Moments moments(final double[][] samples, final int from, final int to) {
        final Moments moments = new Moments(CHANNELS);
        for (int s = from; s < to; s++) {
            System.arraycopy(samples[s], 0, moments.next(), 0, CHANNELS);
            moments.added();
        }
        moments.complete();
        return moments;
    }

    private static double covariance(final double[][] samples, final int i, final int j) {
        double meanI = 0;
        double meanJ = 0;
        for (final double[] sample : samples) {
            meanI += sample[i] / samples.length;
            meanJ += sample[j] / samples.length;
        }
        double sum = 0;
        for (final double[] sample : samples) {
            sum += (sample[i] - meanI) * (sample[j] - meanJ) / samples.length;
        }
        return sum;
    }
}
