package org.filterscope.core.graph;

/**
 * A part pattern: a node of the graph.
 *
 * @param layer  number of its layer in the graph, 0 is the top layer
 * @param filter whose it is
 * @param index  among the filter's patterns, from 0
 * @param row    mean position, in input pixels
 * @param col    mean position, in input pixels
 * @param spread standard deviation of where it fires around where it is expected, along one axis, in pixels
 * @param reach  standard deviation of the Gaussian it is looked for with, in pixels
 * @param merged how many duplicates it has taken in
 * @param least  the lowest score with which it counts as being on a picture
 */
public record GraphPattern(int layer, int filter, int index, double row, double col, double spread, double reach, int merged, float least) {
}
