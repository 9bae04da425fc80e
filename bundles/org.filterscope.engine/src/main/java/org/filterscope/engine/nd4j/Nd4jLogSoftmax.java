package org.filterscope.engine.nd4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@code x − m − log Σ exp(x − m)}, m the maximum over the channels; ND4J's own operation leaves m out and overflows. */
final class Nd4jLogSoftmax extends Nd4jOperation {

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray x = inputs.get(0);
        try (INDArray single = Nd4jArrays.empty(x.size(0), 1, x.size(2), x.size(3))) {
            Nd4jCall.of("reduce_max").inputs(inputs).integers(1).numbers(1).into(single);
            Nd4jCall.of("subtract").inputs(List.of(x, single)).into(result);
            try (INDArray powers = Transforms.exp(result, true)) {
                Transforms.log(Nd4jSpreading.sum(powers, single), false);
            }
            return Nd4jCall.of("subtract").inputs(List.of(result, single)).into(result);
        }
    }

    @Override
    Kept kept() {
        return Kept.RESULT;
    }

    /** {@code g − exp(y) Σ g}, the sum over the channels. */
    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        into.assign(kept.get(0));
        Transforms.exp(into, false);
        try (INDArray sum = Nd4jArrays.empty(into.size(0), 1, into.size(2), into.size(3))) {
            Nd4jSpreading.sum(gradient, sum);
            Nd4jCall.of("multiply").inputs(List.of(into, sum)).into(into);
        }
        return Nd4jCall.of("subtract").inputs(List.of(gradient, into)).into(into);
    }
}
