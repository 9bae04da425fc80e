package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Inputs multiplied, spread where they have the length 1. */
final class Nd4jProduct extends Nd4jOperation {

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        return Nd4jSpreading.combine("multiply", 1, inputs, result);
    }

    @Override
    Kept kept() {
        return Kept.INPUTS;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        final List<INDArray> factors = new ArrayList<>(kept);
        factors.set(input, gradient);
        try (INDArray product = Nd4jArrays.empty(gradient.shape())) {
            return Nd4jSpreading.sum(run(factors, product), into);
        }
    }
}
