package org.filterscope.analysis.dissection;

import java.util.Arrays;

import org.filterscope.analysis.maps.ChannelMap;

/**
 * Finds at how many thresholds an interpolated map is active at each point of a grid. Looks at all points of the rows that can have active ones:
 * for grids with few points between two positions of the map. For one thread.
 */
final class ActiveLevels implements ActivePoints {
    private final SampleGrid grid;
    private final int[] active;
    private final boolean[] rows;
    private final double[] line;
    private final float[] row;
    private final float[] values;
    private final int[] points;
    private final byte[] levels;
    private final int[] sizes;
    private int size;

    /** @param levels how many thresholds there are */
    ActiveLevels(final SampleGrid grid, final int levels) {
        this.grid = grid;
        active = new int[grid.rows().positions() * grid.cols().positions()];
        rows = new boolean[grid.rows().positions()];
        line = new double[grid.cols().positions()];
        row = new float[grid.cols().samples()];
        values = new float[grid.points()];
        points = new int[grid.points()];
        this.levels = new byte[grid.points()];
        sizes = new int[levels];
    }

    /** @param rising the thresholds */
    void find(final ChannelMap map, final double[] rising) {
        Arrays.fill(rows, false);
        final int above = map.above(rising[0], active);
        for (int i = 0; i < above; i++) {
            rows[active[i] / line.length] = true;
        }
        size = 0;
        for (int r = 0; r < grid.rows().samples(); r++) {
            final int low = grid.rows().below(r);
            if (rows[low] || rows[grid.rows().above(low)]) {
                grid.interpolate(map.values(), 0, r, line, row, 0);
                add(r * row.length, rising[0]);
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

    /** One point in five is active, and a processor cannot guess which; so there is no branch. */
    private void add(final int first, final double threshold) {
        for (int c = 0; c < row.length; c++) {
            points[size] = first + c;
            values[size] = row[c];
            size += row[c] > threshold ? 1 : 0;
        }
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
