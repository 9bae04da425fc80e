package org.filterscope.core.graph;

/**
 * One layer of a graph.
 *
 * @param name      of the network's layer
 * @param rows      positions of a map
 * @param cols      positions of a map
 * @param firstRow  centre of row 0's receptive field, in input pixels
 * @param firstCol  centre of column 0's receptive field, in input pixels
 * @param rowStep   input pixels from row to row
 * @param colStep   input pixels from column to column
 * @param scales    by filter, what its responses are divided by; 0 for filters that were left out
 * @param noise     density of the noise component, per square pixel
 * @param window    how far from its expected place a pattern looks along each axis, in pixels; may be infinite
 * @param following whether a pattern looks no farther than three times its spread
 * @param first     number of its first pattern in the graph
 * @param patterns  how many it has
 */
public record GraphLayer(String name, int rows, int cols, double firstRow, double firstCol, double rowStep, double colStep, float[] scales,
        double noise, double window, boolean following, int first, int patterns) {

    public int filters() {
        return scales.length;
    }
}
