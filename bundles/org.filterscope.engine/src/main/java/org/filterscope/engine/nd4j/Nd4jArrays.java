package org.filterscope.engine.nd4j;

import org.filterscope.engine.graph.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights into native memory. */
final class Nd4jArrays {

    private Nd4jArrays() {
    }

    static INDArray of(final Tensor tensor) {
        return of(tensor.values(), tensor.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    static INDArray of(final float[] values, final long... shape) {
        return Nd4j.create(values, shape, 'c');
    }
}
