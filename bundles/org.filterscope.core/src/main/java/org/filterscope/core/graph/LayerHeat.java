package org.filterscope.core.graph;

import java.util.Arrays;

/**
 * Where the patterns of a layer are on a picture, as a heat map: every pattern of the stronger half puts a Gaussian, as high as its score, where it
 * is. After Zhang, Cao, Shi, Wu, Zhu (AAAI 2018) and their code, with its 15 pixels of 224 as the Gaussians' standard deviation.
 */
public final class LayerHeat {
    private static final double SPREAD = 15.0 / 224;
    private static final int DEVIATIONS = 4;

    private final int rows;
    private final int cols;
    private final double rowScale;
    private final double colScale;
    private final float[] heat;

    private LayerHeat(final GraphHeading heading, final int rows, final int cols) {
        this.rows = rows;
        this.cols = cols;
        rowScale = (double) rows / heading.inputRows();
        colScale = (double) cols / heading.inputCols();
        heat = new float[Math.multiplyExact(rows, cols)];
    }

    /**
     * @param layer  number of the layer
     * @param places of all patterns on a picture
     * @param rows   of the heat map, which covers the whole input
     * @param cols   of the heat map
     * @return {@code [row, col]}, the highest value 1; all 0 where no pattern fires. It fits the picture as it was taken, mirrored or not
     */
    public static float[] of(final GraphHeading heading, final int layer, final Places places, final int rows, final int cols) {
        final LayerHeat map = new LayerHeat(heading, rows, cols);
        map.add(heading.layers().get(layer), places);
        return map.finished();
    }

    private void add(final GraphLayer layer, final Places places) {
        final float[] scores = Arrays.copyOfRange(places.scores(), layer.first(), layer.first() + layer.patterns());
        Arrays.sort(scores);
        final float least = scores.length == 0 ? 0 : Math.max(Float.MIN_VALUE, scores[scores.length / 2]);
        for (int v = layer.first(); v < layer.first() + layer.patterns(); v++) {
            if (places.scores()[v] >= least) {
                add((places.rows()[v] + 0.5) * rowScale - 0.5, (places.cols()[v] + 0.5) * colScale - 0.5, places.scores()[v]);
            }
        }
    }

    private void add(final double row, final double col, final double score) {
        final double[] down = gaussian(row, rows);
        final double[] across = gaussian(col, cols);
        for (int r = 0; r < rows; r++) {
            final double height = score * down[r];
            for (int c = 0; c < cols && height > 0; c++) {
                heat[r * cols + c] += (float) (height * across[c]);
            }
        }
    }

    /** By pixel, 1 at the middle; the Gaussian of an area is the product of one along the rows and one along the columns. */
    private double[] gaussian(final double middle, final int pixels) {
        final double spread = SPREAD * Math.sqrt((double) rows * cols);
        final double reach = DEVIATIONS * spread;
        final double[] values = new double[pixels];
        for (int i = (int) Math.max(0, Math.ceil(middle - reach)); i <= Math.min(pixels - 1, middle + reach); i++) {
            values[i] = Math.exp(-(i - middle) * (i - middle) / (2 * spread * spread));
        }
        return values;
    }

    private float[] finished() {
        float highest = 0;
        for (final float value : heat) {
            highest = Math.max(highest, value);
        }
        for (int i = 0; i < heat.length && highest > 0; i++) {
            heat[i] /= highest;
        }
        return heat;
    }
}
