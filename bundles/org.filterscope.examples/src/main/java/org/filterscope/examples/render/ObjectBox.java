package org.filterscope.examples.render;

/**
 * The visible pixels of one thing.
 *
 * @param instance which thing, as in {@link Identity}
 * @param object   its kind
 * @param right    first column that no longer belongs to it
 * @param bottom   first row that no longer belongs to it
 */
public record ObjectBox(int instance, int object, int top, int left, int bottom, int right) {

    ObjectBox with(final int row, final int col) {
        return new ObjectBox(instance, object, Math.min(top, row), Math.min(left, col), Math.max(bottom, row + 1), Math.max(right, col + 1));
    }
}
