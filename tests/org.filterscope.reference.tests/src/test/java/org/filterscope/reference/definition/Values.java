package org.filterscope.reference.definition;

import java.util.Random;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/** One image's values of a layer, {@code [channel, row, col]}, in double precision. */
record Values(Shape shape, double[] values) {

    interface Formula {
        double at(int channel, int row, int col);
    }

    static Values of(final Shape shape, final Formula formula) {
        final double[] values = new double[(int) shape.size()];
        int i = 0;
        for (int c = 0; c < shape.channels(); c++) {
            for (int row = 0; row < shape.rows(); row++) {
                for (int col = 0; col < shape.cols(); col++) {
                    values[i++] = formula.at(c, row, col);
                }
            }
        }
        return new Values(shape, values);
    }

    static Values of(final FeatureMaps maps, final int image) {
        return of(maps.shape(), (c, row, col) -> maps.values()[maps.start(image, c) + row * maps.shape().cols() + col]);
    }

    /** Rounded to single precision, so that executors get the very same numbers. */
    static Values random(final Shape shape, final Random random) {
        return of(shape, (c, row, col) -> (float) random.nextGaussian());
    }

    static Values zeros(final Shape shape) {
        return new Values(shape, new double[(int) shape.size()]);
    }

    int index(final int channel, final int row, final int col) {
        return (channel * shape.rows() + row) * shape.cols() + col;
    }

    double at(final int channel, final int row, final int col) {
        return values[index(channel, row, col)];
    }

    boolean inside(final int row, final int col) {
        return row >= 0 && col >= 0 && row < shape.rows() && col < shape.cols();
    }

    /** Repeated along axes of length 1. */
    Values spread(final Shape to) {
        return of(to, (c, row, col) -> at(c % shape.channels(), row % shape.rows(), col % shape.cols()));
    }

    double times(final Values other) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * other.values[i];
        }
        return sum;
    }

    Values plus(final double factor, final Values other) {
        return of(shape, (c, row, col) -> at(c, row, col) + factor * other.at(c, row, col));
    }
}
