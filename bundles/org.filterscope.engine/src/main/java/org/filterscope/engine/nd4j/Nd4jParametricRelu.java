package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@code max(x, 0) + slope min(x, 0)}. The derivative at 0 is the slope, as in PyTorch. */
final class Nd4jParametricRelu extends Nd4jOperation {
    private final INDArray slope;

    Nd4jParametricRelu(final Tensor slope) {
        this.slope = Nd4jArrays.of(slope.values(), 1, slope.length(0), 1, 1);
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray input = inputs.get(0);
        try (INDArray negative = Nd4jArrays.like(input)) {
            Nd4jCall.of("clipbyvalue").inputs(List.of(input)).numbers(-Float.MAX_VALUE, 0).into(negative);
            Nd4jCall.of("multiply").inputs(List.of(negative, slope)).into(negative);
            Nd4jCall.of("relu").inputs(List.of(input)).numbers(0).into(result);
            return Nd4jCall.of("add").inputs(List.of(result, negative)).into(result);
        }
    }

    @Override
    Kept kept() {
        return Kept.INPUTS;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        try (INDArray positive = Nd4jArrays.like(gradient)) {
            Nd4jMask.dropWherePositive(positive.assign(kept.get(0)), into.assign(1));
            Nd4jCall.of("multiply").inputs(List.of(into, slope)).into(into);
            into.addi(positive.rsubi(1));
            return Nd4jCall.of("multiply").inputs(List.of(into, gradient)).into(into);
        }
    }

    @Override
    public void close() {
        slope.close();
    }
}
