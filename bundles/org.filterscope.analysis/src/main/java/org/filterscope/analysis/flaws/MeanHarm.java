package org.filterscope.analysis.flaws;

import java.util.Arrays;

import org.filterscope.analysis.statistics.PictureBootstrap;
import org.filterscope.analysis.statistics.PictureBootstrap.Interval;

/**
 * A mean over pictures with its 95 % interval.
 *
 * @param mean of the values
 * @param low  lower end of the interval
 * @param high upper end
 */
record MeanHarm(double mean, double low, double high) {

    /** @param values by picture, at least one; where each is 0 or 1 alone, their mean is a share of a count and has an interval of its own */
    static MeanHarm of(final double[] values, final long seed) {
        final Interval interval = new PictureBootstrap(values.length, seed).of(drawn -> {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += drawn[i] * values[i];
            }
            return new double[] {sum / values.length};
        }).getFirst();
        return new MeanHarm(Arrays.stream(values).average().orElseThrow(), interval.low(), interval.high());
    }
}
