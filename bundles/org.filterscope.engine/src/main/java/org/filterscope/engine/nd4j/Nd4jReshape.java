package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Rearrangement.Reshape.Order;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The same values under another shape, counted off in one of two orders. */
final class Nd4jReshape extends Nd4jOperation {
    private final Order order;

    Nd4jReshape(final Order order) {
        this.order = order;
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        return reshape(inputs.get(0), result);
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        return reshape(gradient, into);
    }

    private INDArray reshape(final INDArray from, final INDArray to) {
        if (order == Order.CHANNELS_FIRST) {
            to.reshape(from.shape()).assign(from);
            return to;
        }
        try (INDArray counted = from.permute(0, 2, 3, 1).dup('c')) {
            return to.assign(counted.reshape(to.size(0), to.size(2), to.size(3), to.size(1)).permute(0, 3, 1, 2));
        }
    }
}
