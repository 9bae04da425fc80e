package org.filterscope.engine.nd4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Inputs added up, spread where they have the length 1; divided by a number for means. */
final class Nd4jSum extends Nd4jOperation {
    private final int divisor;

    Nd4jSum(final int divisor) {
        this.divisor = divisor;
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        return divided(Nd4jSpreading.combine("add", 0, inputs, result));
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        return divided(Nd4jSpreading.sum(gradient, into));
    }

    private INDArray divided(final INDArray array) {
        return divisor == 1 ? array : array.divi(divisor);
    }
}
