package org.filterscope.benchmark.parts;

import java.util.List;

import org.filterscope.analysis.graph.GraphMaps;

/**
 * One kind of animal as a network sees it, cut out.
 *
 * @param name of the species
 * @param side of the network's square input, in pixels
 * @param maps of the layers, top layer first, of the pictures and of the mirrored ones
 * @param rows {@code [head, leg][picture]}, in input pixels; not a number where the part is not seen
 * @param cols likewise
 */
public record Species(String name, int side, List<GraphMaps> maps, double[][] rows, double[][] cols) {
    static final String[] PARTS = { "head", "leg" };

    public int pictures() {
        return rows[0].length;
    }

    public double diagonal() {
        return Math.hypot(side, side);
    }
}
