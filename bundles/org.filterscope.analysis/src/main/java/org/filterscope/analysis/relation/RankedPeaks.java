package org.filterscope.analysis.relation;

import java.util.Arrays;

/**
 * One filter's peaks in ascending order with their pictures' classes, and the probabilities that can be read off: that a peak on a picture of one
 * class is higher than on a picture of another, equal ones counting half (Mann and Whitney 1947: U / (n m)). All counts are whole, so the
 * probabilities are exact up to one division. One instance serves one filter after the other.
 */
public final class RankedPeaks {
    private static final long CLASS = 0xffff_ffffL;

    private final int[] pictures;
    private final long[] keys;
    private final int known;
    private final long[] twiceWins;
    private final int[] below;
    private final int[] equal;

    /**
     * @param classes  index of the class of each picture; negative when not known
     * @param pictures how many each class has
     */
    public RankedPeaks(final int[] classes, final int[] pictures) {
        this.pictures = pictures;
        known = (int) Arrays.stream(classes).filter(index -> index >= 0).count();
        keys = new long[known];
        twiceWins = new long[pictures.length];
        below = new int[pictures.length];
        equal = new int[pictures.length];
    }

    /** How many pictures have a class. */
    int known() {
        return known;
    }

    /** Takes the peaks of the next filter. */
    public void sort(final float[] values, final int[] classes) {
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (classes[i] >= 0) {
                // Adding zero turns −0 into 0, so that both are equal.
                keys[next++] = (long) ordered(values[i] + 0f) << Integer.SIZE | classes[i];
            }
        }
        Arrays.sort(keys);
    }

    /** Whole numbers in the order of the floats. */
    private static int ordered(final float value) {
        final int bits = Float.floatToIntBits(value);
        return bits ^ bits >> Integer.SIZE - 1 & Integer.MAX_VALUE;
    }

    boolean areAllEqual() {
        return known == 0 || keys[0] >> Integer.SIZE == keys[known - 1] >> Integer.SIZE;
    }

    /** One after the other: the class against all others; not a number for a class without pictures, or without others. */
    double[] againstRest() {
        Arrays.fill(twiceWins, 0);
        for (int start = 0; start < known;) {
            final int end = endOfTie(start);
            for (int i = start; i < end; i++) {
                // Twice the middle rank of the tie.
                twiceWins[(int) (keys[i] & CLASS)] += start + 1L + end;
            }
            start = end;
        }
        final double[] auc = new double[pictures.length];
        for (int c = 0; c < auc.length; c++) {
            final long n = pictures[c];
            auc[c] = n == 0 || n == known ? Double.NaN : (twiceWins[c] - n * (n + 1)) / (2.0 * n * (known - n));
        }
        return auc;
    }

    /**
     * Each against each.
     *
     * @param chosen indices of classes with pictures
     * @return {@code [a, b]}: probability that the peak is higher on a picture of the a-th than on one of the b-th
     */
    public double[][] againstEachOther(final int[] chosen) {
        final int[] places = new int[pictures.length];
        Arrays.fill(places, -1);
        for (int i = 0; i < chosen.length; i++) {
            places[chosen[i]] = i;
        }
        final long[][] twice = new long[chosen.length][chosen.length];
        Arrays.fill(below, 0);
        for (int start = 0; start < known;) {
            final int end = endOfTie(start);
            count(start, end, places, twice);
            start = end;
        }
        final double[][] auc = new double[chosen.length][chosen.length];
        for (int a = 0; a < chosen.length; a++) {
            for (int b = 0; b < chosen.length; b++) {
                auc[a][b] = twice[a][b] / (2.0 * pictures[chosen[a]] * pictures[chosen[b]]);
            }
        }
        return auc;
    }

    private void count(final int start, final int end, final int[] places, final long[][] twice) {
        for (int i = start; i < end; i++) {
            final int place = places[(int) (keys[i] & CLASS)];
            if (place >= 0) {
                equal[place]++;
            }
        }
        for (int i = start; i < end; i++) {
            final int a = places[(int) (keys[i] & CLASS)];
            if (a >= 0) {
                for (int b = 0; b < twice.length; b++) {
                    twice[a][b] += 2L * below[b] + equal[b];
                }
            }
        }
        for (int b = 0; b < twice.length; b++) {
            below[b] += equal[b];
            equal[b] = 0;
        }
    }

    private int endOfTie(final int start) {
        int end = start + 1;
        while (end < known && keys[end] >> Integer.SIZE == keys[start] >> Integer.SIZE) {
            end++;
        }
        return end;
    }
}
