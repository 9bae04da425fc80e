package org.filterscope.analysis.dissection;

/**
 * Finds the points at which an interpolated map is above a threshold, as runs of neighbouring points of a row. An interpolated value lies between
 * the four around it, so only cells with a corner above the threshold are looked at: with one position in two hundred active that is nearly nothing.
 * For one thread.
 */
final class ActiveRegion implements ActivePoints {
    private final AxisSampling rows;
    private final AxisSampling cols;
    private final int[] rowStarts;
    private final int[] colStarts;
    private final double[] colWeights;
    private final int[] starts;
    private final int[] ends;
    private int size;

    ActiveRegion(final SampleGrid grid) {
        rows = grid.rows();
        cols = grid.cols();
        rowStarts = rows.starts();
        colStarts = cols.starts();
        colWeights = cols.weights();
        starts = new int[rows.samples() * cols.cells()];
        ends = new int[starts.length];
    }

    /** @param map {@code [row, col]} */
    void find(final float[] map, final double threshold) {
        size = 0;
        for (int row = 0; row < rows.cells(); row++) {
            final int low = row * cols.positions();
            final int high = rows.above(row) * cols.positions();
            for (int col = 0; col < cols.cells(); col++) {
                final int next = cols.above(col);
                if (map[low + col] > threshold || map[low + next] > threshold || map[high + col] > threshold || map[high + next] > threshold) {
                    findInCell(row, col, map, threshold);
                }
            }
        }
    }

    private void findInCell(final int rowCell, final int colCell, final float[] map, final double threshold) {
        final int low = rowCell * cols.positions();
        final int high = rows.above(rowCell) * cols.positions();
        final int next = cols.above(colCell);
        for (int row = rowStarts[rowCell]; row < rowStarts[rowCell + 1]; row++) {
            final double weight = rows.weight(row);
            final double left = map[low + colCell] + weight * ((double) map[high + colCell] - map[low + colCell]);
            final double right = map[low + next] + weight * ((double) map[high + next] - map[low + next]);
            if (left > threshold || right > threshold) {
                findInRow(row, colCell, left, right - left, threshold);
            }
        }
    }

    /** Between two positions values rise or fall all the way, so what is above the threshold lies at the higher end. */
    private void findInRow(final int row, final int cell, final double left, final double rise, final double threshold) {
        int start = colStarts[cell];
        int end = colStarts[cell + 1];
        if (rise > 0) {
            while (start < end && !(left + colWeights[start] * rise > threshold)) {
                start++;
            }
        } else {
            while (start < end && !(left + colWeights[end - 1] * rise > threshold)) {
                end--;
            }
        }
        if (start < end) {
            starts[size] = row * cols.samples() + start;
            ends[size++] = row * cols.samples() + end;
        }
    }

    /** Goes from one end of a stretch of the same label to the next. */
    @Override
    public void count(final PictureLabels picture, final int[] found) {
        for (int run = 0; run < size; run++) {
            for (int point = starts[run]; point < ends[run];) {
                final int next = Math.min(picture.ends()[point], ends[run]);
                found[picture.labels()[point]] += next - point;
                point = next;
            }
        }
    }
}
