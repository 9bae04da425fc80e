package org.filterscope.analysis.dissection;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.filterscope.core.configuration.DissectionSettings.Upsampling;

/**
 * The points of the network's input at which maps and masks are compared: the pixels, or fewer that are spread evenly.
 *
 * @param rows       interpolation of maps along the rows
 * @param cols       the same along the columns
 * @param sourceRows by sample row the input's row whose label counts
 * @param sourceCols the same along the columns
 */
record SampleGrid(AxisSampling rows, AxisSampling cols, int[] sourceRows, int[] sourceCols) {

    /** A grid of that size; the label of a point is that of the nearest pixel. */
    static SampleGrid of(final DissectedLayer layer, final Upsampling rule, final int height, final int width) {
        final int mapRows = layer.maps().rows();
        final int mapCols = layer.maps().cols();
        final boolean anchored = rule == Upsampling.ANCHORED;
        return new SampleGrid(
                anchored ? AxisSampling.anchored(layer.vertical(), mapRows, layer.input().rows(), height) : AxisSampling.halfPixel(mapRows, height),
                anchored ? AxisSampling.anchored(layer.horizontal(), mapCols, layer.input().cols(), width)
                        : AxisSampling.halfPixel(mapCols, width),
                nearest(height, layer.input().rows()), nearest(width, layer.input().cols()));
    }

    private static int[] nearest(final int samples, final int pixels) {
        final double scale = (double) pixels / samples;
        return IntStream.range(0, samples).map(sample -> Math.min(pixels - 1, (int) ((sample + 0.5) * scale))).toArray();
    }

    /** Of these points so few, evenly spread, that at least that many remain along each axis between two positions of the map. */
    SampleGrid thinned(final int least) {
        final int[] some = every(rows, least);
        final int[] others = every(cols, least);
        return new SampleGrid(rows.only(some), cols.only(others), IntStream.of(some).map(i -> sourceRows[i]).toArray(),
                IntStream.of(others).map(i -> sourceCols[i]).toArray());
    }

    private static int[] every(final AxisSampling axis, final int least) {
        final int step = Math.max(1, axis.samples() / (axis.positions() * least));
        return IntStream.iterate(step / 2, i -> i < axis.samples(), i -> i + step).toArray();
    }

    int points() {
        return rows.samples() * cols.samples();
    }

    /** By position of the map its row. */
    int[] positionRows() {
        return IntStream.range(0, rows.positions() * cols.positions()).map(position -> position / cols.positions()).toArray();
    }

    /**
     * The labels at the points.
     *
     * @param labels {@code [row, col]} at the size of the network's input
     * @param width  of the input
     * @param none   what stands for no label
     */
    short[] labels(final short[] labels, final int width, final short none) {
        final short[] at = new short[points()];
        if (Arrays.mismatch(labels, 0, labels.length - 1, labels, 1, labels.length) < 0) {
            Arrays.fill(at, labels[0] < 0 ? none : labels[0]);
            return at;
        }
        if (at.length == labels.length && sourceCols.length == width) {
            for (int i = 0; i < at.length; i++) {
                at[i] = labels[i] < 0 ? none : labels[i];
            }
            return at;
        }
        int to = 0;
        for (final int row : sourceRows) {
            for (final int col : sourceCols) {
                final short label = labels[row * width + col];
                at[to++] = label < 0 ? none : label;
            }
        }
        return at;
    }

    /**
     * Interpolates a whole map.
     *
     * @param start index of the map's first value
     * @param to    where the points' values go
     * @param first index there of the first
     */
    void interpolate(final float[] maps, final int start, final float[] to, final int first) {
        final double[] line = new double[cols.positions()];
        for (int r = 0; r < rows.samples(); r++) {
            interpolate(maps, start, r, line, to, first + r * cols.samples());
        }
    }

    /** The same for one row of points. The line is room for as many numbers as a row of the map has. */
    private void interpolate(final float[] maps, final int start, final int row, final double[] line, final float[] to, final int first) {
        interpolate(maps, start, row, 0, line.length, line);
        for (int c = 0; c < cols.samples(); c++) {
            final int left = cols.below(c);
            to[first + c] = (float) between(line[left], line[cols.above(left)], cols.weight(c));
        }
    }

    /** Interpolates some columns of the map to a row of points. */
    void interpolate(final float[] maps, final int start, final int row, final int fromCol, final int toCol, final double[] line) {
        final int low = start + rows.below(row) * cols.positions();
        final int high = start + rows.above(rows.below(row)) * cols.positions();
        final double weight = rows.weight(row);
        for (int c = fromCol; c < toCol; c++) {
            line[c] = between(maps[low + c], maps[high + c], weight);
        }
    }

    private static double between(final double low, final double high, final double weight) {
        return low + weight * (high - low);
    }
}
