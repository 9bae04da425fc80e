package org.filterscope.analysis.flaws;

import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;

/**
 * A rectangle of neighbouring positions of a layer's maps.
 *
 * @param top    row of the first position
 * @param left   column of the first position
 * @param bottom one past the last row
 * @param right  one past the last column
 */
record MapWindow(int top, int left, int bottom, int right) {
    /** Side of the window by the map's: three of thirteen positions, a twentieth of the area. */
    private static final double SIDE = 3.0 / 13;

    static int side(final int positions) {
        return (int) Math.max(1, Math.round(SIDE * positions));
    }

    /** The window that holds most of a map; of equal ones the first in reading order. */
    static MapWindow best(final double[] map, final Shape shape) {
        final int rows = side(shape.rows());
        final int cols = side(shape.cols());
        MapWindow best = new MapWindow(0, 0, rows, cols);
        double most = best.sum(map, shape);
        for (int row = 0; row <= shape.rows() - rows; row++) {
            for (int col = 0; col <= shape.cols() - cols; col++) {
                final MapWindow window = new MapWindow(row, col, row + rows, col + cols);
                final double sum = window.sum(map, shape);
                if (sum > most) {
                    most = sum;
                    best = window;
                }
            }
        }
        return best;
    }

    /** What a map holds inside. */
    double sum(final double[] map, final Shape shape) {
        double sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int col = left; col < right; col++) {
                sum += map[row * shape.cols() + col];
            }
        }
        return sum;
    }

    boolean contains(final int position, final Shape shape) {
        final int row = position / shape.cols();
        final int col = position % shape.cols();
        return row >= top && row < bottom && col >= left && col < right;
    }

    /** The pixels nearer to these positions than to others; at the map's border on to that of the picture. Rows and columns as here, half-open. */
    MapWindow pixels(final FlawLayer layer, final Shape input) {
        final Shape shape = layer.maps().shape();
        return new MapWindow(first(layer.vertical(), top, input.rows()), first(layer.horizontal(), left, input.cols()),
                last(layer.vertical(), bottom, shape.rows(), input.rows()), last(layer.horizontal(), right, shape.cols(), input.cols()));
    }

    private static int first(final ReceptiveField field, final int position, final int pixels) {
        return position == 0 ? 0 : Math.clamp(Math.round(field.centre() + (position - 0.5) * field.stride()), 0, pixels - 1);
    }

    private static int last(final ReceptiveField field, final int end, final int positions, final int pixels) {
        return end == positions ? pixels : Math.clamp(Math.round(field.centre() + (end - 0.5) * field.stride()), 1, pixels);
    }

    /** Copies this part of a picture. */
    void copy(final float[] from, final float[] to, final int start, final Shape input) {
        for (int channel = 0; channel < input.channels(); channel++) {
            for (int row = top; row < bottom; row++) {
                final int line = (channel * input.rows() + row) * input.cols();
                System.arraycopy(from, line + left, to, start + line + left, right - left);
            }
        }
    }
}
