package org.filterscope.analysis.similarity;

import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.graph.Shape;

/**
 * Filters that look at the border of the picture whatever it shows: because of padding, of a watermark, of a frame. Only peaks above zero count.
 */
final class BorderPeaks {
    /** A corner reaches over so much of a side, and one position at least. */
    private static final int CORNER = 8;
    /** With so few peaks a share says nothing. */
    private static final int LEAST_PEAKS = 10;

    private final int rows;
    private final int cols;
    private final int high;
    private final int wide;

    BorderPeaks(final Shape maps) {
        rows = maps.rows();
        cols = maps.cols();
        high = (rows + CORNER - 1) / CORNER;
        wide = (cols + CORNER - 1) / CORNER;
    }

    /** Nothing where the map has no inside, or fewer than ten pictures have a peak above zero. */
    Scores of(final float[] values, final int[] positions) {
        if (Math.min(rows, cols) < 3) {
            return Scores.NONE;
        }
        final int[] corners = new int[4];
        int live = 0;
        int border = 0;
        for (int picture = 0; picture < values.length; picture++) {
            if (values[picture] > 0) {
                final int row = positions[picture] / cols;
                final int col = positions[picture] % cols;
                live++;
                border += row == 0 || col == 0 || row == rows - 1 || col == cols - 1 ? 1 : 0;
                if ((row < high || row >= rows - high) && (col < wide || col >= cols - wide)) {
                    corners[(row < high ? 0 : 2) + (col < wide ? 0 : 1)]++;
                }
            }
        }
        if (live < LEAST_PEAKS) {
            return Scores.NONE;
        }
        final double ring = 1 - (rows - 2.0) * (cols - 2) / ((double) rows * cols);
        return Scores.NONE.with(Score.BORDER, (double) border / live / ring)
                .with(Score.CORNER, (double) Math.max(Math.max(corners[0], corners[1]), Math.max(corners[2], corners[3])) / live);
    }
}
