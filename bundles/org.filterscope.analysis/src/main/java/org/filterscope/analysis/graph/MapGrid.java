package org.filterscope.analysis.graph;

import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;

/**
 * Where the positions of a layer's maps look: the centres of their receptive fields, in input pixels.
 *
 * @param rows     positions of a map, at most 65,536 with the columns
 * @param cols     positions of a map
 * @param firstRow centre of row 0
 * @param firstCol centre of column 0
 * @param rowStep  pixels from row to row, above 0
 * @param colStep  pixels from column to column, above 0
 */
public record MapGrid(int rows, int cols, double firstRow, double firstCol, double rowStep, double colStep) {
    private static final int MOST_CELLS = 1 << Character.SIZE;

    /** @throws IllegalArgumentException when all positions see the same, or there are too many */
    public MapGrid {
        if (rows < 1 || cols < 1 || (long) rows * cols > MOST_CELLS) {
            throw new IllegalArgumentException("maps of %d × %d positions; a graph takes 1 to %d positions".formatted(rows, cols, MOST_CELLS));
        }
        if (!(rowStep > 0 && colStep > 0)) {
            throw new IllegalArgumentException("all positions of a map see the same pixels; a graph needs maps with places");
        }
    }

    /**
     * @param maps       of one picture
     * @param vertical   along the rows
     * @param horizontal along the columns
     */
    public static MapGrid of(final Shape maps, final ReceptiveField vertical, final ReceptiveField horizontal) {
        return new MapGrid(maps.rows(), maps.cols(), vertical.centre(), horizontal.centre(), vertical.stride(), horizontal.stride());
    }

    public int cells() {
        return rows * cols;
    }

    /** Of a position {@code row * cols + col}, in pixels. */
    public double row(final int cell) {
        return firstRow + cell / cols * rowStep;
    }

    /** Of a position {@code row * cols + col}, in pixels. */
    public double col(final int cell) {
        return firstCol + cell % cols * colStep;
    }

    /** Side of the square that is as large as what the map covers, in pixels: the unit of spreads and windows. */
    public double extent() {
        return Math.sqrt(rows * rowStep * cols * colStep);
    }

    /** Side of the square that is as large as what one position covers, in pixels. */
    public double cell() {
        return Math.sqrt(rowStep * colStep);
    }

    /** How far a place is from the border of what the map covers, as a share of its height and width: the lower of both. */
    double inset(final double row, final double col) {
        return Math.min(inset((row - firstRow) / rowStep, rows), inset((col - firstCol) / colStep, cols));
    }

    private static double inset(final double position, final int positions) {
        final double share = (position + 0.5) / positions;
        return Math.min(share, 1 - share);
    }
}
