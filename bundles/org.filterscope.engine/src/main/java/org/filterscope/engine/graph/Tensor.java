package org.filterscope.engine.graph;

import java.util.List;

/**
 * Weights: values in row-major order.
 *
 * @param shape  lengths of the dimensions
 * @param values as many as the shape says; not copied, must not be changed
 */
public record Tensor(List<Integer> shape, float[] values) {

    public Tensor {
        shape = List.copyOf(shape);
        final long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (size != values.length) {
            throw new IllegalArgumentException("%d values for the shape %s".formatted(values.length, shape));
        }
    }

    public static Tensor vector(final float... values) {
        return new Tensor(List.of(values.length), values);
    }

    public int length(final int dimension) {
        return shape.get(dimension);
    }
}
