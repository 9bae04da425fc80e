package org.filterscope.analysis.graph;

import java.util.Arrays;

/** One picture's responses of a filter, laid out for going through windows of the map. */
final class PictureCells {
    private final MapGrid grid;
    private final short[] rowOf;
    private final short[] colOf;
    /** By position, the first response there or behind; one more than positions. */
    private final int[] firsts;
    private final double[] values;
    private final int[] rows;
    private final int[] cols;
    private int size;

    PictureCells(final MapGrid grid) {
        this.grid = grid;
        rowOf = new short[grid.cells()];
        colOf = new short[grid.cells()];
        for (int cell = 0; cell < rowOf.length; cell++) {
            rowOf[cell] = (short) (cell / grid.cols());
            colOf[cell] = (short) (cell % grid.cols());
        }
        values = new double[grid.cells()];
        rows = new int[grid.cells()];
        cols = new int[grid.cells()];
        firsts = new int[grid.cells() + 1];
    }

    PictureCells load(final FilterResponses responses, final int picture) {
        final int from = responses.starts()[picture];
        size = responses.starts()[picture + 1] - from;
        int next = 0;
        for (int i = 0; i < size; i++) {
            final int cell = responses.cells()[from + i];
            values[i] = responses.values()[from + i];
            rows[i] = rowOf[cell] & 0xFFFF;
            cols[i] = colOf[cell] & 0xFFFF;
            while (next <= cell) {
                firsts[next++] = i;
            }
        }
        Arrays.fill(firsts, next, firsts.length, size);
        return this;
    }

    int size() {
        return size;
    }

    /** First response of a row of the map at or behind a column. */
    int from(final int row, final int col) {
        return firsts[row * grid.cols() + col];
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

    /** F at a position of the map; 0 where there is no response. */
    double at(final int row, final int col) {
        final int i = from(row, col);
        return i < from(row, col + 1) ? values[i] : 0;
    }
}
