package org.filterscope.analysis.attribution;

import org.filterscope.engine.graph.Shape;

/**
 * Which positions of a layer speak for a class, above zero, or against it.
 *
 * @param rows   of the layer's maps
 * @param cols   of the layer's maps
 * @param values {@code [row, col]}, row-major; not copied
 */
public record CoarseMap(int rows, int cols, double[] values) {

    /** Without what speaks against the class. */
    CoarseMap rectified() {
        final double[] above = values.clone();
        for (int i = 0; i < above.length; i++) {
            above[i] = Math.max(0, above[i]);
        }
        return new CoarseMap(rows, cols, above);
    }

    /** One value a pixel of the network's input. */
    double[] stretched(final Shape input) {
        return new Stretching(rows, cols, input).stretch(values);
    }

    HeatMap heat(final Shape input, final HeatSign sign, final PassCount cost) {
        return new HeatMap(input.rows(), input.cols(), Doubles.floats(stretched(input)), sign, cost);
    }
}
