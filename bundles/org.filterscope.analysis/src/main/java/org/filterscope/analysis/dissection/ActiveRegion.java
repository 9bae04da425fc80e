package org.filterscope.analysis.dissection;

/**
 * Finds the points at which an interpolated map is above thresholds. An interpolated value lies between the values around it, so only cells with
 * a corner above the lowest threshold are looked at: with one position in two hundred active that is nearly nothing. For one thread.
 */
final class ActiveRegion {
    private final AxisSampling rows;
    private final AxisSampling cols;
    private final int[] rowStarts;
    private final int[] colStarts;
    private final double[] colWeights;
    private final double[] line;
    private final int[] points;
    private final byte[] levels;
    private int size;

    ActiveRegion(final SampleGrid grid) {
        rows = grid.rows();
        cols = grid.cols();
        rowStarts = rows.starts();
        colStarts = cols.starts();
        colWeights = cols.weights();
        line = new double[cols.positions()];
        points = new int[grid.points()];
        levels = new byte[grid.points()];
    }

    /**
     * @param start      index of the map's first value
     * @param thresholds rising
     */
    void find(final float[] maps, final int start, final double[] thresholds) {
        size = 0;
        for (int cell = 0; cell < rows.cells(); cell++) {
            final int low = start + cell * cols.positions();
            final int high = start + rows.above(cell) * cols.positions();
            if (rowStarts[cell] < rowStarts[cell + 1] && reaches(maps, low, high, thresholds[0])) {
                for (int row = rowStarts[cell]; row < rowStarts[cell + 1]; row++) {
                    final double weight = rows.weight(row);
                    for (int col = 0; col < line.length; col++) {
                        line[col] = maps[low + col] + weight * ((double) maps[high + col] - maps[low + col]);
                    }
                    findInLine(row * cols.samples(), thresholds);
                }
            }
        }
    }

    private boolean reaches(final float[] maps, final int low, final int high, final double threshold) {
        for (int col = 0; col < line.length; col++) {
            if (maps[low + col] > threshold || maps[high + col] > threshold) {
                return true;
            }
        }
        return false;
    }

    /** Between two positions values rise or fall all the way, so what is above the threshold begins at the higher end. */
    private void findInLine(final int first, final double[] thresholds) {
        final double lowest = thresholds[0];
        for (int cell = 0; cell < cols.cells(); cell++) {
            final double left = line[cell];
            final double right = line[cols.above(cell)];
            if (left > lowest || right > lowest) {
                final boolean rises = right > left;
                final int step = rises ? -1 : 1;
                final int end = rises ? colStarts[cell] - 1 : colStarts[cell + 1];
                for (int col = rises ? colStarts[cell + 1] - 1 : colStarts[cell]; col != end; col += step) {
                    final double value = left + colWeights[col] * (right - left);
                    if (!(value > lowest)) {
                        break;
                    }
                    int level = 1;
                    while (level < thresholds.length && value > thresholds[level]) {
                        level++;
                    }
                    points[size] = first + col;
                    levels[size++] = (byte) level;
                }
            }
        }
    }

    /** How many points were found. */
    int size() {
        return size;
    }

    /** The points found, {@code row * cols + col}; the first {@link #size()} count. */
    int[] points() {
        return points;
    }

    /** How many thresholds each of {@link #points()} is above; at least 1. */
    byte[] levels() {
        return levels;
    }
}
