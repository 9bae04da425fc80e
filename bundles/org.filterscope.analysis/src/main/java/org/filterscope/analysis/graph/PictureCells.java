package org.filterscope.analysis.graph;

import java.util.Arrays;

/** One picture's responses of a filter, laid out for going through windows of the map. */
final class PictureCells {
    /** So many columns may be read behind the last response. */
    private static final int BEYOND = 3;

    private final MapGrid grid;
    private final int[] rowOf;
    private final int[] colOf;
    /** F by position; 0 where there is no response. */
    private final double[] map;
    private final int[] positions;
    private final double[] values;
    private final int[] rows;
    private final int[] cols;
    private final double[] rowPixels;
    private final double[] colPixels;
    /** By row of the map, its first response; one more than rows. */
    private final int[] firsts;
    private int size;

    PictureCells(final MapGrid grid) {
        this.grid = grid;
        rowOf = new int[grid.cells()];
        colOf = new int[grid.cells()];
        Arrays.setAll(rowOf, cell -> cell / grid.cols());
        Arrays.setAll(colOf, cell -> cell % grid.cols());
        map = new double[grid.cells()];
        positions = new int[grid.cells()];
        values = new double[grid.cells()];
        rows = new int[grid.cells()];
        cols = new int[grid.cells() + BEYOND];
        rowPixels = new double[grid.cells()];
        colPixels = new double[grid.cells()];
        firsts = new int[grid.rows() + 1];
    }

    PictureCells load(final FilterResponses responses, final int picture) {
        for (int i = 0; i < size; i++) {
            map[positions[i]] = 0;
        }
        Arrays.fill(firsts, 0);
        final int from = responses.starts()[picture];
        size = responses.starts()[picture + 1] - from;
        for (int i = 0; i < size; i++) {
            final int cell = responses.cells()[from + i];
            final double value = responses.values()[from + i];
            positions[i] = cell;
            values[i] = value;
            map[cell] = value;
            rows[i] = rowOf[cell];
            cols[i] = colOf[cell];
            firsts[rowOf[cell] + 1] = i + 1;
        }
        for (int row = 0; row < grid.rows(); row++) {
            firsts[row + 1] = Math.max(firsts[row], firsts[row + 1]);
        }
        for (int i = 0; i < size; i++) {
            rowPixels[i] = grid.firstRow() + rows[i] * grid.rowStep();
            colPixels[i] = grid.firstCol() + cols[i] * grid.colStep();
        }
        return this;
    }

    int size() {
        return size;
    }

    /** The first response in a row of the map, or behind it; of the row behind the last one the number of responses. */
    int from(final int row) {
        return firsts[row];
    }

    /** F, by response. */
    double[] values() {
        return values;
    }

    /** Of the map, by response. */
    int[] rows() {
        return rows;
    }

    /** Of the map, by response. */
    int[] cols() {
        return cols;
    }

    /** Place by response. */
    double[] rowPixels() {
        return rowPixels;
    }

    /** Place by response. */
    double[] colPixels() {
        return colPixels;
    }

    /** F at a position of the map; 0 where there is no response. */
    double at(final int row, final int col) {
        return map[row * grid.cols() + col];
    }
}
