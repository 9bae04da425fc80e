package org.filterscope.analysis.graph;

/**
 * The responses above zero of one filter on all pictures, divided by the filter's scale: 6 bytes each.
 *
 * @param starts by picture, where its responses begin; one more than pictures
 * @param cells  positions {@code row * cols + col}, ascending in each picture
 * @param values above zero
 */
record FilterResponses(int[] starts, char[] cells, float[] values) {
}
