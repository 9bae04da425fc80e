package org.filterscope.ui.filter;

import java.util.Optional;

import org.filterscope.core.report.PixelBox;

/**
 * How far a measured receptive field reaches from the centre of the peak's theoretical one, in input pixels; all four are inside.
 *
 * @param top  negative above the centre
 * @param left negative left of the centre
 */
record FieldReach(int top, int left, int bottom, int right) {
    /** As the analysis draws the bounding box: what is at least a tenth of the highest value, which is 1. */
    private static final double THRESHOLD = 0.1;

    /**
     * @param map {@code [row * cols + col]}, the centre in the middle
     * @return empty when nothing changes the peak
     */
    static Optional<FieldReach> of(final float[] map, final int cols) {
        final int middleRow = map.length / cols / 2;
        final int middleCol = cols / 2;
        Optional<FieldReach> reach = Optional.empty();
        for (int index = 0; index < map.length; index++) {
            if (map[index] >= THRESHOLD) {
                final int row = index / cols - middleRow;
                final int col = index % cols - middleCol;
                reach = Optional.of(reach.map(before -> before.with(row, col)).orElse(new FieldReach(row, col, row, col)));
            }
        }
        return reach;
    }

    private FieldReach with(final int row, final int col) {
        return new FieldReach(Math.min(top, row), Math.min(left, col), Math.max(bottom, row), Math.max(right, col));
    }

    /** The part of the input that it covers around a peak; empty when that is nothing. */
    Optional<PixelBox> around(final int row, final int col, final MapAxis vertical, final MapAxis horizontal) {
        final int middleRow = vertical.centre(row);
        final int middleCol = horizontal.centre(col);
        final PixelBox box = new PixelBox(Math.max(0, middleRow + top), Math.max(0, middleCol + left),
                Math.min(vertical.pixels(), middleRow + bottom + 1), Math.min(horizontal.pixels(), middleCol + right + 1));
        return box.rows() > 0 && box.cols() > 0 ? Optional.of(box) : Optional.empty();
    }
}
