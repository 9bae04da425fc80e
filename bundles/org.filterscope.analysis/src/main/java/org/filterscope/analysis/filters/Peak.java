package org.filterscope.analysis.filters;

/**
 * The highest value of one map; of equal ones the first in row-major order.
 *
 * @param picture  index of the picture in the whole run
 * @param position {@code row * cols + col}
 */
record Peak(float value, int picture, int position) {

    static Peak of(final float[] values, final int start, final int positions, final int picture) {
        int best = start;
        for (int i = start + 1; i < start + positions; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return new Peak(values[best], picture, best - start);
    }

    /** Higher comes first; among equals the earlier picture, so that the order of merging does not matter. */
    boolean beats(final Peak other) {
        return value > other.value || value == other.value && picture < other.picture;
    }
}
