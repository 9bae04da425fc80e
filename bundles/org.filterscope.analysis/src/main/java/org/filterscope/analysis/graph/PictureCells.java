package org.filterscope.analysis.graph;

/** One picture's responses of a filter, laid out for going through windows of the map. */
final class PictureCells {
    private final MapGrid grid;
    private final short[] rowOf;
    private final short[] colOf;
    private final double[] values;
    private final int[] rows;
    private final int[] cols;
    private final int[] starts;
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
        starts = new int[grid.rows() + 1];
    }

    PictureCells load(final FilterResponses responses, final int picture) {
        final int from = responses.starts()[picture];
        size = responses.starts()[picture + 1] - from;
        int row = 0;
        for (int i = 0; i < size; i++) {
            final int cell = responses.cells()[from + i];
            values[i] = responses.values()[from + i];
            rows[i] = rowOf[cell] & 0xFFFF;
            cols[i] = colOf[cell] & 0xFFFF;
            while (row <= rows[i]) {
                starts[row++] = i;
            }
        }
        while (row <= grid.rows()) {
            starts[row++] = size;
        }
        return this;
    }

    int size() {
        return size;
    }

    /** First response at or below a row of the map. */
    int start(final int row) {
        return starts[row];
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
        for (int i = starts[row]; i < starts[row + 1] && cols[i] <= col; i++) {
            if (cols[i] == col) {
                return values[i];
            }
        }
        return 0;
    }
}
