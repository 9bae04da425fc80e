package org.filterscope.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * 95 % intervals of numbers that are computed from some pictures: the numbers are computed again from as many pictures drawn with replacement, 1000
 * times. Source: Efron 1979, percentile intervals.
 */
public final class PictureBootstrap {
    private static final int RESAMPLES = 1000;
    private static final double OUTSIDE = 0.025;

    private final int pictures;
    private final long seed;

    /** @param pictures at least one */
    public PictureBootstrap(final int pictures, final long seed) {
        this.pictures = pictures;
        this.seed = seed;
    }

    /** Ends of an interval. */
    public record Interval(double low, double high) {
    }

    /**
     * @param statistic the numbers, from how often each picture was drawn; always the same count
     * @return an interval for each number
     */
    public List<Interval> of(final Function<int[], double[]> statistic) {
        final SplittableRandom random = new SplittableRandom(seed);
        final double[][] numbers = new double[RESAMPLES][];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            final int[] drawn = new int[pictures];
            for (int i = 0; i < pictures; i++) {
                drawn[random.nextInt(pictures)]++;
            }
            numbers[resample] = statistic.apply(drawn);
        }
        final List<Interval> intervals = new ArrayList<>();
        for (int number = 0; number < numbers[0].length; number++) {
            final int which = number;
            final double[] sorted = Arrays.stream(numbers).mapToDouble(resample -> resample[which]).sorted().toArray();
            final int below = (int) Math.floor(OUTSIDE * (RESAMPLES - 1));
            intervals.add(new Interval(sorted[below], sorted[RESAMPLES - 1 - below]));
        }
        return intervals;
    }
}
