package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Reduction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The highest or the mean value of each map. The gradient of a maximum goes to its first position in the order row, column. */
final class Nd4jGlobalPooling extends Nd4jOperation {
    private final boolean maximum;

    Nd4jGlobalPooling(final Reduction reduction) {
        maximum = reduction == Reduction.MAXIMUM;
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        return Nd4jCall.of(maximum ? "reduce_max" : "reduce_mean").inputs(inputs).integers(2, 3).numbers(1).into(result);
    }

    @Override
    Kept kept() {
        return maximum ? Kept.INPUTS : Kept.NOTHING;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        final int rows = (int) into.size(2);
        final int cols = (int) into.size(3);
        if (maximum) {
            return Nd4jCall.of("maxpool2d_bp").inputs(List.of(kept.get(0), gradient)).integers(rows, cols, 1, 1, 0, 0, 1, 1, 0, 0, 0).into(into);
        }
        return Nd4jSpreading.combine("add", 0, List.of(gradient), into).divi((long) rows * cols);
    }
}
