package org.filterscope.engine.nd4j;

import java.util.List;
import java.util.stream.IntStream;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Values repeated along axes of length 1, and the way back: sums along them. */
final class Nd4jSpreading {

    private Nd4jSpreading() {
    }

    /**
     * Combines arrays that spread to the result's shape, two by two.
     *
     * @param neutral which changes nothing when combined
     */
    static INDArray combine(final String name, final double neutral, final List<INDArray> arrays, final INDArray result) {
        final boolean firstTwo = arrays.size() > 1 && arrays.get(0).equalShapes(result);
        if (firstTwo) {
            Nd4jCall.of(name).inputs(arrays.subList(0, 2)).into(result);
        } else {
            result.assign(neutral);
        }
        for (final INDArray next : arrays.subList(firstTwo ? 2 : 0, arrays.size())) {
            Nd4jCall.of(name).inputs(List.of(result, next)).into(result);
        }
        return result;
    }

    /** Sums along the axes that are 1 in {@code into} only. */
    static INDArray sum(final INDArray array, final INDArray into) {
        final int[] axes = IntStream.range(0, array.rank()).filter(axis -> array.size(axis) != into.size(axis)).toArray();
        return axes.length == 0 ? into.assign(array)
                : Nd4jCall.of("reduce_sum").inputs(List.of(array)).integers(axes).numbers(1).into(into);
    }
}
