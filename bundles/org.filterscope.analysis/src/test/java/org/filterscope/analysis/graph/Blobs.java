package org.filterscope.analysis.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.engine.graph.Shape;

/** Maps with round blobs at known places. */
final class Blobs {
    private final MapGrid grid;
    private final List<float[]> pictures = new ArrayList<>();
    private final Shape shape;

    Blobs(final MapGrid grid, final int filters, final int number) {
        this.grid = grid;
        shape = new Shape(filters, grid.rows(), grid.cols());
        IntStream.range(0, number).forEach(i -> pictures.add(new float[(int) shape.size()]));
    }

    /** Positions a cell apart, the first in the middle of its cell. */
    static MapGrid grid(final int rows, final int cols, final double step) {
        return new MapGrid(rows, cols, (step - 1) / 2, (step - 1) / 2, step, step);
    }

    /** Maps that mean nothing: a few blobs anywhere, the rest at or below zero. */
    static StoredMaps random(final MapGrid grid, final int filters, final int pictures, final long seed) {
        final Random random = new Random(seed);
        final Blobs blobs = new Blobs(grid, filters, pictures);
        for (int picture = 0; picture < pictures; picture++) {
            for (int filter = 0; filter < filters; filter++) {
                for (int i = 0; i < 3; i++) {
                    blobs.add(picture, filter, random.nextDouble() * (grid.rows() - 1), random.nextDouble() * (grid.cols() - 1),
                            1 + random.nextDouble(), 1);
                }
            }
            final float[] values = blobs.pictures.get(picture);
            for (int i = 0; i < values.length; i++) {
                values[i] -= 0.2f * random.nextFloat();
            }
        }
        return blobs.maps();
    }

    /** A blob at a place in cells, so high, with that standard deviation in cells. */
    Blobs add(final int picture, final int filter, final double row, final double col, final double height, final double width) {
        final float[] values = pictures.get(picture);
        for (int cell = 0; cell < grid.cells(); cell++) {
            final double down = cell / grid.cols() - row;
            final double across = cell % grid.cols() - col;
            final double value = height * Math.exp(-(down * down + across * across) / (2 * width * width));
            // Far from the blob there is nothing.
            values[filter * grid.cells() + cell] += value < height / 100 ? 0 : (float) value;
        }
        return this;
    }

    StoredMaps maps() {
        return new StoredMaps(shape, pictures);
    }

    static float[] ones(final int filters) {
        final float[] ones = new float[filters];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Without a change of scale. */
    static GraphMaps unscaled(final MapGrid grid, final StoredMaps maps) {
        return new GraphMaps("layer", grid, maps, null, ones(maps.shape().channels()));
    }
}
