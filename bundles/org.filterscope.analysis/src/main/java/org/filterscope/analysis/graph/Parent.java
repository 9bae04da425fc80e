package org.filterscope.analysis.graph;

/**
 * A pattern of the layer above that moves as this one does: an edge of the graph.
 *
 * @param pattern   its number among the patterns of the layer above
 * @param rowOffset from the parent's mean position to the pattern's, in input pixels
 * @param colOffset from the parent's mean position to the pattern's, in input pixels
 * @param weight    how well they move together, 0 to 1: the mean of {@code exp(−d² / 2m)} over pictures, weighted by the pattern's score, where d
 *                  is the difference of their deviations and m the mean d² of all candidates
 * @param residual  standard deviation of the difference of their deviations, along one axis, in pixels, over the pictures on which the pattern
 *                  fires
 */
public record Parent(int pattern, float rowOffset, float colOffset, float weight, float residual) {
}
