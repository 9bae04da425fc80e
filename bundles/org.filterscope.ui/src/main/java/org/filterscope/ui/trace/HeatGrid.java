package org.filterscope.ui.trace;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.core.trace.HeatColours;

/**
 * A heat map to be laid over the network's input, edges upon edges.
 *
 * @param values {@code [row * cols + col]}
 */
record HeatGrid(int rows, int cols, float[] values) {
    private static final int SMOOTH_SIDE = 192;
    private static final int CLEAREST = 225;

    /** @throws IllegalArgumentException when the values are not as many as the result says */
    static HeatGrid of(final HeatResult result) {
        return new HeatGrid(result.rows(), result.cols(), result.floats());
    }

    /** The largest magnitude; 0 where nothing is hot. What is no number does not count. */
    float largest() {
        float largest = 0;
        for (final float value : values) {
            largest = Math.max(largest, Float.isFinite(value) ? Math.abs(value) : 0);
        }
        return largest;
    }

    /** The value at a place, 0 to 1 from edge to edge, by linear interpolation between the middles of the cells. */
    float at(final double row, final double col) {
        final double y = Math.clamp(row * rows - 0.5, 0, rows - 1);
        final double x = Math.clamp(col * cols - 0.5, 0, cols - 1);
        final int top = (int) y;
        final int left = (int) x;
        final int bottom = Math.min(top + 1, rows - 1);
        final int right = Math.min(left + 1, cols - 1);
        final double upper = values[top * cols + left] + (values[top * cols + right] - values[top * cols + left]) * (x - left);
        final double lower = values[bottom * cols + left] + (values[bottom * cols + right] - values[bottom * cols + left]) * (x - left);
        return (float) (upper + (lower - upper) * (y - top));
    }

    /**
     * The map in colors, the clearer the colder: nothing is seen where it is 0.
     *
     * @param full magnitude that has the last color; 0 for a map that is the same everywhere
     */
    ImageData overlay(final double full) {
        final int height = Math.max(rows, SMOOTH_SIDE);
        final int width = Math.max(cols, SMOOTH_SIDE);
        final ImageData data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        data.alphaData = new byte[width * height];
        for (int row = 0; row < height; row++) {
            for (int col = 0; col < width; col++) {
                final double value = at((row + 0.5) / height, (col + 0.5) / width);
                final double share = full > 0 && Double.isFinite(value) ? Math.clamp(value / full, -1, 1) : 0;
                data.setPixel(col, row, HeatColours.of(share));
                data.alphaData[row * width + col] = (byte) Math.round(CLEAREST * Math.min(1, 1.6 * Math.abs(share)));
            }
        }
        return data;
    }
}
