package org.filterscope.analysis.flaws;

import java.util.Arrays;
import java.util.Random;

/**
 * A mean over pictures with its 95 % interval.
 *
 * @param mean of the values
 * @param low  lower end of the interval, {@code 2.5 %} of the means of samples drawn with replacement
 * @param high upper end
 */
record Bootstrap(double mean, double low, double high) {
    private static final int SAMPLES = 1000;
    private static final int TAIL = 25;

    /** @param values at least one */
    static Bootstrap of(final double[] values, final long seed) {
        final Random random = new Random(seed);
        final double[] means = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[sample] = sum / values.length;
        }
        Arrays.sort(means);
        return new Bootstrap(Arrays.stream(values).average().orElseThrow(), means[TAIL], means[SAMPLES - 1 - TAIL]);
    }
}
