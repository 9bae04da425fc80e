package org.filterscope.analysis.repair;

import java.util.Arrays;

import org.filterscope.engine.graph.Tensor;

/** Copies of weights with some values changed. */
final class Values {

    private Values() {
    }

    static Tensor with(final Tensor vector, final int index, final double value) {
        final float[] values = vector.values().clone();
        values[index] = (float) value;
        return new Tensor(vector.shape(), values);
    }

    /** Zero in one row of the first dimension. */
    static Tensor zero(final Tensor weights, final int row) {
        final float[] values = weights.values().clone();
        final int length = values.length / weights.length(0);
        Arrays.fill(values, row * length, (row + 1) * length, 0);
        return new Tensor(weights.shape(), values);
    }

    /**
     * Zero in a block of the first two dimensions.
     *
     * @param fromRow first of the rows
     * @param toRow   behind the last
     * @param from    first in each row
     * @param to      behind the last
     */
    static Tensor zero(final Tensor weights, final int fromRow, final int toRow, final int from, final int to) {
        final float[] values = weights.values().clone();
        final int columns = weights.length(1);
        final int length = values.length / weights.length(0) / columns;
        for (int row = fromRow; row < toRow; row++) {
            Arrays.fill(values, (row * columns + from) * length, (row * columns + to) * length, 0);
        }
        return new Tensor(weights.shape(), values);
    }
}
