package org.filterscope.benchmark;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.filterscope.analysis.graph.MapGrid;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.engine.graph.Shape;

/**
 * Maps as a network's high layers have them, drawn anew at every reading so that no number of pictures needs memory: each filter responds at two
 * places that move with the object, and a little elsewhere.
 */
final class MovingParts implements LayerMaps {
    private static final double NOISE = 0.08;

    private final Shape shape;
    private final int pictures;
    private final double width;

    /** @param width of a part, a share of the map's side: the wider, the more positions are above zero */
    MovingParts(final int filters, final MapGrid grid, final int pictures, final double width) {
        shape = new Shape(filters, grid.rows(), grid.cols());
        this.pictures = pictures;
        this.width = width;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public int pictures() {
        return pictures;
    }

    @Override
    public void forEach(final Visitor visitor) throws IOException {
        final float[] values = new float[Math.toIntExact(shape.size())];
        for (int picture = 0; picture < pictures; picture++) {
            draw(picture, values);
            visitor.visit(picture, values);
        }
    }

    private void draw(final int picture, final float[] values) {
        final SplittableRandom motion = new SplittableRandom(picture);
        final double down = 0.3 * (motion.nextDouble() - 0.5);
        final double across = 0.3 * (motion.nextDouble() - 0.5);
        final double[] rows = new double[shape.rows()];
        final double[] cols = new double[shape.cols()];
        for (int filter = 0; filter < shape.channels(); filter++) {
            final SplittableRandom places = new SplittableRandom(31L * filter + 7);
            final int start = filter * shape.rows() * shape.cols();
            Arrays.fill(values, start, start + shape.rows() * shape.cols(), 0);
            for (int part = 0; part < 2; part++) {
                axis(rows, 0.2 + 0.6 * places.nextDouble() + down);
                axis(cols, 0.2 + 0.6 * places.nextDouble() + across);
                for (int row = 0; row < rows.length; row++) {
                    for (int col = 0; col < cols.length; col++) {
                        values[start + row * cols.length + col] += (float) (rows[row] * cols[col]);
                    }
                }
            }
            for (int i = start; i < start + shape.rows() * shape.cols(); i++) {
                values[i] = Math.max(0, values[i] - (float) (2 * NOISE * motion.nextDouble()) - (float) NOISE);
            }
        }
    }

    private void axis(final double[] values, final double centre) {
        for (int i = 0; i < values.length; i++) {
            final double distance = ((i + 0.5) / values.length - centre) / width;
            values[i] = Math.exp(-distance * distance / 2);
        }
    }
}
