package org.filterscope.analysis.graph;

/**
 * A rectangle of a map.
 *
 * @param top    first row
 * @param bottom one past the last row
 * @param left   first column
 * @param right  one past the last column
 */
record MapWindow(int top, int bottom, int left, int right) {
    static final MapWindow EMPTY = new MapWindow(0, 0, 0, 0);
}
