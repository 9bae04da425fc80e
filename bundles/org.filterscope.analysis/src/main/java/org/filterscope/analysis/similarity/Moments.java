package org.filterscope.analysis.similarity;

import java.util.Arrays;

/**
 * Sums of the values of all channels and of the products of all pairs, over samples: what covariances are made of. Whoever adds samples takes a
 * fixed shift off each channel, so that a large mean does not eat a small deviation. Sums are in double precision, in the order of the samples.
 */
final class Moments {
    /** Samples that are added together: fewer passes over the products. */
    private static final int TOGETHER = 4;
    /** Far above what sums in double precision lose, far below any deviation that single-precision values can show beside their size. */
    private static final double ROUNDING = 1e-11;

    private final double[] sums;
    /** By channel; from the channel itself on. */
    private final double[][] products;
    private final double[][] waiting;
    private int filled;
    private long count;

    Moments(final int channels) {
        sums = new double[channels];
        products = new double[channels][];
        for (int i = 0; i < channels; i++) {
            products[i] = new double[channels - i];
        }
        waiting = new double[TOGETHER][channels];
    }

    /** Where the next sample's values go, by channel; then {@link #added()}. */
    double[] next() {
        return waiting[filled];
    }

    void added() {
        count++;
        if (++filled == TOGETHER) {
            flush();
        }
    }

    private void flush() {
        for (int i = filled; i < TOGETHER; i++) {
            Arrays.fill(waiting[i], 0);
        }
        filled = 0;
        for (int i = 0; i < sums.length; i++) {
            final double first = waiting[0][i];
            final double second = waiting[1][i];
            final double third = waiting[2][i];
            final double fourth = waiting[3][i];
            // Most values of rectified layers are zero.
            if (first != 0 || second != 0 || third != 0 || fourth != 0) {
                sums[i] += first + second + third + fourth;
                add(products[i], i, first, second, third, fourth);
            }
        }
        Arrays.stream(waiting).forEach(sample -> Arrays.fill(sample, 0));
    }

    private void add(final double[] row, final int from, final double first, final double second, final double third, final double fourth) {
        final double[] one = waiting[0];
        final double[] two = waiting[1];
        final double[] three = waiting[2];
        final double[] four = waiting[3];
        for (int k = 0; k < row.length; k++) {
            row[k] += first * one[from + k] + second * two[from + k] + third * three[from + k] + fourth * four[from + k];
        }
    }

    /** Takes over what the other has seen of other samples; both are complete then. */
    void add(final Moments other) {
        complete();
        other.complete();
        count += other.count;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
            for (int k = 0; k < products[i].length; k++) {
                products[i][k] += other.products[i][k];
            }
        }
    }

    /** No more samples will come. */
    void complete() {
        flush();
    }

    long count() {
        return count;
    }

    /** Of the population; once complete. */
    double covariance(final int one, final int other) {
        final int low = Math.min(one, other);
        return products[low][Math.max(one, other) - low] / count - sums[one] / count * (sums[other] / count);
    }

    /** Of the population; zero where rounding is all there is. Once complete. */
    double variance(final int channel) {
        final double variance = covariance(channel, channel);
        return variance > ROUNDING * products[channel][0] / count ? variance : 0;
    }
}
