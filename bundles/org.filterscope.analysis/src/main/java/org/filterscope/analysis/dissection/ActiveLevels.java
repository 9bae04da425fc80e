package org.filterscope.analysis.dissection;

/**
 * Finds at how many thresholds an interpolated map is active at each point of a grid. Looks at all points: for grids with few points between two
 * positions of the map. For one thread.
 */
final class ActiveLevels implements ActivePoints {
    private final SampleGrid grid;
    private final float[] values;
    private final int[] points;
    private final int levels;
    private double[] thresholds;
    private int size;

    /** @param levels how many thresholds there are */
    ActiveLevels(final SampleGrid grid, final int levels) {
        this.grid = grid;
        this.levels = levels;
        values = new float[grid.points()];
        points = new int[grid.points()];
    }

    /**
     * @param map    {@code [row, col]}
     * @param rising the thresholds
     */
    void find(final float[] map, final double[] rising) {
        thresholds = rising;
        size = 0;
        grid.interpolate(map, 0, values, 0);
        // One point in five is active, and a processor cannot guess which; so there is no branch.
        for (int point = 0; point < values.length; point++) {
            points[size] = point;
            size += values[point] > rising[0] ? 1 : 0;
        }
    }

    @Override
    public void count(final PictureLabels picture, final int[] found) {
        for (int i = 0; i < size; i++) {
            final double value = values[points[i]];
            int level = 0;
            for (int higher = 1; higher < levels; higher++) {
                level += value > thresholds[higher] ? 1 : 0;
            }
            found[picture.labels()[points[i]] * levels + level]++;
        }
    }
}
