package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Padding;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A constant around the maps. */
final class Nd4jPadding extends Nd4jOperation {
    private final INDArray amounts;
    private final Padding padding;
    private final double value;

    Nd4jPadding(final Padding padding, final double value) {
        this.padding = padding;
        this.value = value;
        amounts = Nd4j.createFromArray(new int[][] {{0, 0}, {0, 0}, {padding.top(), padding.bottom()}, {padding.left(), padding.right()}});
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        return Nd4jCall.of("pad").inputs(List.of(inputs.get(0), amounts)).integers(0).numbers(value).into(result);
    }

    /** The padded maps in a new array, which the caller closes. */
    INDArray padded(final INDArray input) {
        final long[] shape = input.shape();
        final INDArray result = Nd4jArrays.empty(shape[0], shape[1], shape[2] + padding.top() + padding.bottom(),
                shape[3] + padding.left() + padding.right());
        return run(List.of(input), result);
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        return Nd4jShift.copy(gradient, padding.top(), padding.left(), into);
    }

    @Override
    public void close() {
        amounts.close();
    }
}
