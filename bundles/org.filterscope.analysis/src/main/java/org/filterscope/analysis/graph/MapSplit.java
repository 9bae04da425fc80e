package org.filterscope.analysis.graph;

/**
 * Takes a filter's map on a picture apart: {@code F(x) = Σ F_V(x) + F_none(x)}, where each position's F is shared out among the filter's patterns
 * and the noise by how densely each explains the position.
 */
public final class MapSplit {
    private final PatternLayer layer;
    private final PatternArrays patterns;
    private final Expectation.Above above;
    private final int pictures;

    /**
     * @param above    the layer above; null for the top layer
     * @param found    what was found in the layer above on the pictures in question; null for the top layer
     * @param pictures how many
     */
    public MapSplit(final PatternLayer layer, final PatternLayer above, final Inferences found, final int pictures) {
        this.layer = layer;
        this.pictures = pictures;
        patterns = PatternArrays.of(layer);
        this.above = above == null ? null : new Expectation.Above(PatternArrays.of(above), found);
    }

    /**
     * @param map   of the filter, as the network gives it: {@code [row, col]}
     * @return {@code [pattern of the filter, then the unexplained rest][position]}; their sum at a position is F, the response above zero divided
     *         by the filter's scale
     */
    public float[][] of(final int filter, final int picture, final float[] map) {
        final MapGrid grid = layer.grid();
        if (map.length != grid.cells()) {
            throw new IllegalArgumentException("a map of %d values; layer '%s' has %d positions".formatted(map.length, layer.layer(),
                    grid.cells()));
        }
        final Mixture mixture = new Mixture(patterns, filter, Expectation.of(patterns, filter, above, pictures),
                new SearchWindow(layer.window(), layer.following()), grid);
        final PictureCells cells = new PictureCells(grid);
        mixture.load(cells.load(responses(map, layer.scales()[filter]), 0), picture);
        final float[][] split = new float[mixture.count() + 1][grid.cells()];
        for (int i = 0; i < cells.size(); i++) {
            split[mixture.count()][cells.rows()[i] * grid.cols() + cells.cols()[i]] = (float) (layer.noise() * unit(mixture, i));
        }
        for (int k = 0; k < mixture.count(); k++) {
            for (int i = 0; i < cells.size(); i++) {
                split[k][cells.rows()[i] * grid.cols() + cells.cols()[i]] = (float) (mixture.density(k, i) * unit(mixture, i));
            }
        }
        return split;
    }

    private double unit(final Mixture mixture, final int i) {
        return mixture.cells().values()[i] / (mixture.sums()[i] + layer.noise());
    }

    private static FilterResponses responses(final float[] map, final float scale) {
        final char[] cells = new char[map.length];
        final float[] values = new float[map.length];
        int size = 0;
        for (int cell = 0; cell < map.length; cell++) {
            if (scale > 0 && map[cell] / scale > 0) {
                cells[size] = (char) cell;
                values[size++] = map[cell] / scale;
            }
        }
        return new FilterResponses(new int[] { 0, size }, cells, values);
    }
}
