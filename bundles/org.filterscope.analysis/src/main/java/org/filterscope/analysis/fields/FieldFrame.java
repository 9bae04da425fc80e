package org.filterscope.analysis.fields;

import org.filterscope.core.report.PixelBox;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;

/** Pictures laid upon each other so that the peaks of a layer's filters come to lie in the middle. */
final class FieldFrame {
    private final FieldAxis vertical;
    private final FieldAxis horizontal;

    FieldFrame(final ReceptiveFields fields, final String layer, final Shape shape, final Shape input) {
        vertical = new FieldAxis(fields.vertical(layer), shape.rows(), input.rows());
        horizontal = new FieldAxis(fields.horizontal(layer), shape.cols(), input.cols());
    }

    int rows() {
        return vertical.size();
    }

    int cols() {
        return horizontal.size();
    }

    /** Pixels of the picture in the peak's theoretical receptive field. */
    PixelBox box(final FieldPeak peak) {
        return new PixelBox(vertical.from(peak.row()), horizontal.from(peak.col()), vertical.to(peak.row()), horizontal.to(peak.col()));
    }

    /** Row in the frame of row 0 of the picture. */
    int shiftRows(final FieldPeak peak) {
        return vertical.shift(peak.row());
    }

    /** Column in the frame of column 0 of the picture. */
    int shiftCols(final FieldPeak peak) {
        return horizontal.shift(peak.col());
    }
}
