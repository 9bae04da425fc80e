package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Padding;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The middle of the maps. */
final class Nd4jCropping extends Nd4jOperation {
    private final Padding amounts;

    Nd4jCropping(final Padding amounts) {
        this.amounts = amounts;
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray input = inputs.get(0);
        return result.assign(input.get(NDArrayIndex.all(), NDArrayIndex.all(),
                NDArrayIndex.interval(amounts.top(), input.size(2) - amounts.bottom()),
                NDArrayIndex.interval(amounts.left(), input.size(3) - amounts.right())));
    }
}
