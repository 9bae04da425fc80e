package org.filterscope.engine.nd4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Softmax over the channels. ND4J is wrong about that of four dimensions along the second, and right about three. */
final class Nd4jSoftmax extends Nd4jOperation {

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        Nd4jCall.of("softmax").inputs(List.of(flat(inputs.get(0)))).integers(1).into(flat(result));
        return result;
    }

    private static INDArray flat(final INDArray maps) {
        return maps.reshape(maps.size(0), maps.size(1), maps.size(2) * maps.size(3));
    }

    @Override
    Kept kept() {
        return Kept.RESULT;
    }

    /** {@code y (g − Σ g y)}, the sum over the channels. */
    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        final INDArray y = kept.get(0);
        Nd4jCall.of("multiply").inputs(List.of(gradient, y)).into(into);
        try (INDArray sum = Nd4jArrays.empty(y.size(0), 1, y.size(2), y.size(3))) {
            Nd4jSpreading.sum(into, sum);
            Nd4jCall.of("subtract").inputs(List.of(gradient, sum)).into(into);
        }
        return Nd4jCall.of("multiply").inputs(List.of(into, y)).into(into);
    }
}
