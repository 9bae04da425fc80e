package org.filterscope.analysis.dissection;

import org.filterscope.analysis.maps.ChannelMap;

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
    private final int[] positionRows;
    private final int[] active;
    private final boolean[] seen;
    private final int[] cells;
    private final int[] starts;
    private final int[] ends;
    private int runs;
    private int size;

    ActiveRegion(final SampleGrid grid) {
        rows = grid.rows();
        cols = grid.cols();
        rowStarts = rows.starts();
        colStarts = cols.starts();
        colWeights = cols.weights();
        active = new int[rows.positions() * cols.positions()];
        positionRows = grid.positionRows();
        seen = new boolean[rows.cells() * cols.cells()];
        cells = new int[seen.length + 1];
        starts = new int[rows.samples() * cols.cells()];
        ends = new int[starts.length];
    }

    void find(final ChannelMap map, final double threshold) {
        runs = 0;
        size = 0;
        final int found = cells(map.above(threshold, active));
        for (int i = 0; i < found; i++) {
            seen[cells[i]] = false;
            findInCell(cells[i] / cols.cells(), cells[i] % cols.cells(), map.values(), threshold);
        }
    }

    /** The cells around active positions, each once. */
    private int cells(final int positions) {
        int found = 0;
        for (int i = 0; i < positions; i++) {
            final int row = positionRows[active[i]];
            final int col = active[i] - row * cols.positions();
            for (int r = Math.max(0, row - 1); r <= Math.min(row, rows.cells() - 1); r++) {
                for (int c = Math.max(0, col - 1); c <= Math.min(col, cols.cells() - 1); c++) {
                    final int cell = r * cols.cells() + c;
                    cells[found] = cell;
                    found += seen[cell] ? 0 : 1;
                    seen[cell] = true;
                }
            }
        }
        return found;
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

    /**
     * Between two positions values rise or fall all the way, so what is above the threshold lies at the higher end. Where it ends is worked out
     * first and then made sure of: rounding may have it a point further.
     */
    private void findInRow(final int row, final int cell, final double left, final double rise, final double threshold) {
        int start = colStarts[cell];
        int end = colStarts[cell + 1];
        final int guess = cols.guess(cell, (threshold - left) / rise, start, end);
        if (rise > 0) {
            int first = guess;
            while (first > start && left + colWeights[first - 1] * rise > threshold) {
                first--;
            }
            while (first < end && !(left + colWeights[first] * rise > threshold)) {
                first++;
            }
            start = first;
        } else {
            int last = guess;
            while (last < end && left + colWeights[last] * rise > threshold) {
                last++;
            }
            while (start < last && !(left + colWeights[last - 1] * rise > threshold)) {
                last--;
            }
            end = last;
        }
        if (start < end) {
            starts[runs] = row * cols.samples() + start;
            ends[runs++] = row * cols.samples() + end;
            size += end - start;
        }
    }

    @Override
    public int size(final int level) {
        return size;
    }

    /** Goes from one end of a stretch of the same label to the next. */
    @Override
    public void count(final PictureLabels picture, final long[] counts, final int first) {
        final int[] stretches = picture.stretches();
        for (int run = 0; run < runs; run++) {
            final int end = ends[run];
            for (int point = starts[run]; point < end;) {
                final int stretch = stretches[point];
                final int next = Math.min(point + PictureLabels.length(stretch), end);
                counts[first + PictureLabels.label(stretch)] += next - point;
                point = next;
            }
        }
    }
}
