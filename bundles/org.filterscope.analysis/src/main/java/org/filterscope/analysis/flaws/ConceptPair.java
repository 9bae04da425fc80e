package org.filterscope.analysis.flaws;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One concept that may be taken for another, and the filters of a layer that fire on both.
 *
 * @param layer   index among the layers looked into
 * @param shown   number of the concept that is shown
 * @param taken   number of the concept that it may be taken for
 * @param filters channels, ascending
 */
record ConceptPair(int layer, int shown, int taken, int[] filters) {
    /** A filter fires on the weaker of two concepts at least so often as that share of the stronger. */
    private static final double RATIO = 0.5;
    /** On both it fires so many times as often as anywhere. */
    private static final double LIFT = 3;
    /** And on each that share of its pixels. */
    private static final double PRECISION = 0.1;

    /** A concept speaks for a class that is so many times as frequent with it as without. */
    private static final double MEANING = 2;

    /** Whether a filter fires on both, at some threshold. */
    static boolean confuses(final FilterConcepts rates, final int channel, final int one, final int other) {
        return IntStream.range(0, FilterConcepts.SHARES.length).anyMatch(share -> {
            final double low = Math.min(rates.onRate(share, channel, one), rates.onRate(share, channel, other));
            final double high = Math.max(rates.onRate(share, channel, one), rates.onRate(share, channel, other));
            return low > 0 && low >= RATIO * high && Math.min(rates.lift(share, channel, one), rates.lift(share, channel, other)) >= LIFT
                    && Math.min(rates.precision(share, channel, one), rates.precision(share, channel, other)) >= PRECISION;
        });
    }

    boolean has(final int channel) {
        return Arrays.binarySearch(filters, channel) >= 0;
    }

    /** Pictures on which the concept could be taken for the other: it is shown and the other is not. */
    boolean concerns(final PictureConcepts concepts, final int picture) {
        return concepts.shows(picture, shown) && concepts.lacks(picture, taken);
    }

    /** The outputs that speak for the other concept: classes that pictures with it have twice as often as pictures without it, or more often. */
    boolean[] favoured(final FlawEvidence evidence, final PictureConcepts concepts) {
        final double[] with = new double[evidence.labels().size()];
        final double[] without = new double[with.length];
        for (int picture = 0; picture < evidence.pictures(); picture++) {
            final int truth = evidence.truth(picture);
            if (truth >= 0 && concepts.shows(picture, taken) && concepts.lacks(picture, shown)) {
                with[truth]++;
            } else if (truth >= 0 && concepts.lacks(picture, taken)) {
                without[truth]++;
            }
        }
        final double all = Arrays.stream(with).sum();
        final double others = Arrays.stream(without).sum();
        final boolean[] favoured = new boolean[with.length];
        for (int output = 0; output < with.length; output++) {
            favoured[output] = all > 0 && others > 0 && with[output] > 0 && with[output] / all >= MEANING * without[output] / others;
        }
        return favoured;
    }
}
