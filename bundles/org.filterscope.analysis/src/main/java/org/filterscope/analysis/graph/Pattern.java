package org.filterscope.analysis.graph;

import java.util.List;

/**
 * One part pattern disentangled from a filter: a node of the graph.
 *
 * @param filter  whose it is
 * @param index   among the filter's patterns, from 0
 * @param row     mean position, in input pixels
 * @param col     mean position, in input pixels
 * @param spread  sigma: standard deviation of where it fires around where it is expected, along one axis, in pixels
 * @param reach   standard deviation of the Gaussian it is looked for with, in pixels: what its parents leave open
 * @param parents best first; none in the top layer
 * @param merged  how many duplicates it has taken in
 */
public record Pattern(int filter, int index, double row, double col, double spread, double reach, List<Parent> parents, int merged) {

    public Pattern {
        parents = List.copyOf(parents);
    }
}
