package org.filterscope.analysis.fields;

import org.filterscope.core.configuration.FieldSettings.Method;
import org.filterscope.core.report.FieldSizeRow;

/** A measured receptive field: its map, and how large it is. */
final class MeasuredField {
    /** Share of the highest value above which a pixel belongs to the field. */
    static final double THRESHOLD = 0.1;

    private final float[] map;
    private final int cols;
    private int top = Integer.MAX_VALUE;
    private int left = Integer.MAX_VALUE;
    private int bottom = -1;
    private int right = -1;
    private int area;

    MeasuredField(final AlignedMean aligned, final FieldFrame frame) {
        final double[] mean = aligned.mean();
        cols = frame.cols();
        double most = 0;
        for (final double value : mean) {
            most = Math.max(most, value);
        }
        map = new float[mean.length];
        for (int i = 0; most > 0 && i < mean.length; i++) {
            map[i] = (float) (mean[i] / most);
            if (map[i] >= THRESHOLD) {
                grow(i / cols, i % cols);
            }
        }
    }

    private void grow(final int row, final int col) {
        top = Math.min(top, row);
        left = Math.min(left, col);
        bottom = Math.max(bottom, row);
        right = Math.max(right, col);
        area++;
    }

    float[] map() {
        return map;
    }

    /** Sizes are 0 when nothing changes the peak. */
    FieldSizeRow row(final int channel, final Method method, final int pictures) {
        final boolean empty = area == 0;
        final double size = empty ? 0 : method == Method.OCCLUSION ? Math.sqrt(area) : spread();
        return new FieldSizeRow(channel, FieldAnalysis.word(method), pictures, size, empty ? 0 : bottom - top + 1, empty ? 0 : right - left + 1);
    }

    /** Side of the square of pixels that spreads as the map does: one of n pixels has the variance (n² − 1) / 12 along each side. */
    private double spread() {
        double weight = 0;
        double rows = 0;
        double columns = 0;
        double squares = 0;
        for (int i = 0; i < map.length; i++) {
            final int row = i / cols;
            final int col = i % cols;
            weight += map[i];
            rows += (double) map[i] * row;
            columns += (double) map[i] * col;
            squares += map[i] * ((double) row * row + (double) col * col);
        }
        final double variance = (squares / weight - rows / weight * rows / weight - columns / weight * columns / weight) / 2;
        return Math.sqrt(12 * Math.max(0, variance) + 1);
    }
}
