package org.filterscope.analysis.dissection;

import java.util.Arrays;

import org.filterscope.analysis.maps.ChannelMap;

/**
 * Finds at how many thresholds an interpolated map is active at each point of a grid. Looks at all points next to active positions: for grids with
 * few points between two positions of the map. For one thread.
 */
final class ActiveLevels implements ActivePoints {
    private final SampleGrid grid;
    private final int[] colStarts;
    private final double[] colWeights;
    private final int[] positionRows;
    private final int[] active;
    /** By row of the map its first active column, and the one behind the last. */
    private final int[] from;
    private final int[] to;
    private final double[] line;
    private final float[] values;
    private final int[] points;
    private final byte[] levels;
    private final int[] sizes;
    private int size;

    /** @param levels how many thresholds there are */
    ActiveLevels(final SampleGrid grid, final int levels) {
        this.grid = grid;
        colStarts = grid.cols().starts();
        colWeights = grid.cols().weights();
        positionRows = grid.positionRows();
        active = new int[positionRows.length];
        from = new int[grid.rows().positions()];
        to = new int[from.length];
        line = new double[grid.cols().positions()];
        values = new float[grid.points() + 1];
        points = new int[values.length];
        this.levels = new byte[grid.points()];
        sizes = new int[levels];
    }

    /** @param rising the thresholds */
    void find(final ChannelMap map, final double[] rising) {
        spans(map.above(rising[0], active));
        size = 0;
        for (int row = 0; row < grid.rows().samples(); row++) {
            final int low = grid.rows().below(row);
            final int high = grid.rows().above(low);
            final int start = Math.min(from[low], from[high]);
            final int end = Math.max(to[low], to[high]);
            if (start < end) {
                findInRow(map.values(), row, Math.max(0, start - 1), Math.min(end, grid.cols().cells()), rising[0]);
            }
        }
        Arrays.fill(sizes, 0);
        for (int i = 0; i < size; i++) {
            int level = 0;
            for (int higher = 1; higher < sizes.length; higher++) {
                level += values[i] > rising[higher] ? 1 : 0;
            }
            levels[i] = (byte) level;
            sizes[level]++;
        }
    }

    private void spans(final int positions) {
        Arrays.fill(from, line.length);
        Arrays.fill(to, 0);
        for (int i = 0; i < positions; i++) {
            final int row = positionRows[active[i]];
            final int col = active[i] - row * line.length;
            from[row] = Math.min(from[row], col);
            to[row] = col + 1;
        }
    }

    /** In some cells. Half of the points are active, and a processor cannot guess which; so there is no branch. */
    private void findInRow(final float[] map, final int row, final int cell, final int endCell, final double threshold) {
        grid.interpolate(map, 0, row, cell, Math.min(endCell + 1, line.length), line);
        final int first = row * grid.cols().samples();
        int next = size;
        for (int c = cell; c < endCell; c++) {
            final double left = line[c];
            final double rise = line[Math.min(c + 1, line.length - 1)] - left;
            for (int col = colStarts[c]; col < colStarts[c + 1]; col++) {
                final float value = (float) (left + colWeights[col] * rise);
                points[next] = first + col;
                values[next] = value;
                next += value > threshold ? 1 : 0;
            }
        }
        size = next;
    }

    @Override
    public int size(final int level) {
        return sizes[level];
    }

    @Override
    public void count(final PictureLabels picture, final long[] counts, final int first) {
        for (int i = 0; i < size; i++) {
            counts[first + PictureLabels.label(picture.stretches()[points[i]]) * sizes.length + levels[i]]++;
        }
    }
}
