package org.filterscope.analysis.flaws;

import java.util.stream.IntStream;

import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;

/** Which position of a layer's map each pixel of the input belongs to: the one whose receptive field has its centre nearest. */
record ConceptCells(int[] rows, int[] cols, int width) {

    static ConceptCells of(final FlawLayer layer, final Shape input) {
        final Shape maps = layer.maps().shape();
        return new ConceptCells(nearest(layer.vertical(), maps.rows(), input.rows()), nearest(layer.horizontal(), maps.cols(), input.cols()),
                maps.cols());
    }

    /** Where all positions see the same, they have no places of their own, and the map is stretched over the picture. */
    private static int[] nearest(final ReceptiveField field, final int positions, final int pixels) {
        return IntStream.range(0, pixels).map(pixel -> {
            final double at = field.stride() == 0 ? (pixel + 0.5) * positions / pixels - 0.5 : (pixel - field.centre()) / field.stride();
            return Math.clamp(Math.round(at), 0, positions - 1);
        }).toArray();
    }

    /** The position of a pixel, {@code row * cols + col} of the map. */
    int position(final int pixel) {
        return rows[pixel / cols.length] * width + cols[pixel % cols.length];
    }

    int pixels() {
        return rows.length * cols.length;
    }
}
