package org.filterscope.analysis.instability;

import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;

/**
 * Where the positions of a layer's maps look: the centres of their receptive fields, in input pixels.
 *
 * @param rows by row of the map
 * @param cols by column of the map
 */
record PositionCentres(double[] rows, double[] cols) {

    static PositionCentres of(final Shape maps, final ReceptiveField vertical, final ReceptiveField horizontal) {
        return new PositionCentres(along(maps.rows(), vertical), along(maps.cols(), horizontal));
    }

    private static double[] along(final int positions, final ReceptiveField field) {
        final double[] centres = new double[positions];
        for (int i = 0; i < positions; i++) {
            centres[i] = field.centre() + i * field.stride();
        }
        return centres;
    }

    double row(final int position) {
        return rows[position / cols.length];
    }

    double col(final int position) {
        return cols[position % cols.length];
    }

    int positions() {
        return rows.length * cols.length;
    }
}
