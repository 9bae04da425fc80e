package org.filterscope.core.graph;

/**
 * A pattern moves as one of the layer above does.
 *
 * @param child     number of the pattern
 * @param parent    number of that of the layer above
 * @param rowOffset from the parent's mean position to the child's, in input pixels
 * @param colOffset from the parent's mean position to the child's, in input pixels
 * @param weight    how well they move together, 0 to 1
 * @param residual  standard deviation of the difference of their deviations along one axis, in pixels
 */
public record GraphEdge(int child, int parent, float rowOffset, float colOffset, float weight, float residual) {
}
