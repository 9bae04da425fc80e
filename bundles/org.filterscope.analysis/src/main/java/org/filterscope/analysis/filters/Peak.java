package org.filterscope.analysis.filters;

/**
 * The highest value of one map; of equal ones the first in row-major order.
 *
 * @param value    the highest value
 * @param picture  index of the picture in the whole run
 * @param position {@code row * cols + col}
 */
public record Peak(float value, int picture, int position) {

    /** Higher comes first; among equals the earlier picture, so that the order of merging does not matter. */
    boolean beats(final Peak other) {
        return value > other.value || value == other.value && picture < other.picture;
    }
}
