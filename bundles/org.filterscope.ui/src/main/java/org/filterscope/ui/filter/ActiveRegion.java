package org.filterscope.ui.filter;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.filterscope.ui.pictures.InputShape;

/**
 * Where a filter is active on a picture: where its map, brought to the input's size, is above a threshold. Between positions
 * the map is interpolated bilinearly, as dissection did it; beyond the outermost ones it goes on as it is there.
 */
record ActiveRegion(MapPlace place, double threshold) {
    private static final int DIM = 165;
    private static final int FINEST = 192;

    /**
     * @param map  of the layer's rows and columns, {@code [row * cols + col]}
     * @param rows of the result, which covers the whole input
     * @return {@code [row * cols + col]}
     */
    boolean[] active(final float[] map, final int rows, final int cols) {
        final boolean[] active = new boolean[rows * cols];
        final int across = place.horizontal().positions();
        for (int row = 0; row < rows; row++) {
            final double vertical = position(row, rows, place.vertical());
            final int top = (int) vertical;
            final int bottom = Math.min(top + 1, place.vertical().positions() - 1);
            for (int col = 0; col < cols; col++) {
                final double horizontal = position(col, cols, place.horizontal());
                final int left = (int) horizontal;
                final int right = Math.min(left + 1, across - 1);
                final double upper = between(map[top * across + left], map[top * across + right], horizontal - left);
                final double lower = between(map[bottom * across + left], map[bottom * across + right], horizontal - left);
                active[row * cols + col] = between(upper, lower, vertical - top) > threshold;
            }
        }
        return active;
    }

    /** A picture to be laid over the whole input: black where the filter is not active, and clear where it is. */
    ImageData overlay(final float[] map) {
        final InputShape input = place.input();
        final double scale = Math.min(1, (double) FINEST / Math.max(input.rows(), input.cols()));
        final int rows = Math.max(1, (int) Math.round(input.rows() * scale));
        final int cols = Math.max(1, (int) Math.round(input.cols() * scale));
        final boolean[] active = active(map, rows, cols);
        final ImageData overlay = new ImageData(cols, rows, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        overlay.alphaData = new byte[rows * cols];
        for (int index = 0; index < active.length; index++) {
            overlay.alphaData[index] = (byte) (active[index] ? 0 : DIM);
        }
        return overlay;
    }

    /** The place in the map of the middle of a pixel of the result. */
    private double position(final int index, final int pixels, final MapAxis axis) {
        return axis.position((index + 0.5) * axis.pixels() / pixels - 0.5, place.upsampling());
    }

    private static double between(final double one, final double other, final double weight) {
        return one + (other - one) * weight;
    }
}
