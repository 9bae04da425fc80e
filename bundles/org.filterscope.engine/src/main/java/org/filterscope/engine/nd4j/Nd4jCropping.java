package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Padding;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The middle of the maps. */
final class Nd4jCropping extends Nd4jOperation {
    private final Padding amounts;

    Nd4jCropping(final Padding amounts) {
        this.amounts = amounts;
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        return Nd4jShift.copy(inputs.get(0), amounts.top(), amounts.left(), result);
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        return Nd4jShift.copy(gradient, -amounts.top(), -amounts.left(), into);
    }
}
