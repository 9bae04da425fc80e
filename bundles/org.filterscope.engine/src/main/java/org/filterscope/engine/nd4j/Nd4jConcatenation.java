package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Channels of all inputs one after the other. */
final class Nd4jConcatenation extends Nd4jOperation {
    private final List<Shape> inputs;

    Nd4jConcatenation(final List<Shape> inputs) {
        this.inputs = inputs;
    }

    @Override
    INDArray run(final List<INDArray> arrays, final INDArray result) {
        return Nd4jCall.of("concat").inputs(arrays).integers(1).into(result);
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        final int first = inputs.subList(0, input).stream().mapToInt(Shape::channels).sum();
        return into.assign(Nd4jArrays.channels(gradient, first, inputs.get(input).channels()));
    }
}
