package org.filterscope.engine.nd4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The highest of inputs of one shape. The gradient goes to the first input that has the highest value. */
final class Nd4jMaximum extends Nd4jOperation {

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        result.assign(inputs.get(0));
        inputs.subList(1, inputs.size()).forEach(next -> Nd4jCall.of("maximum").inputs(List.of(result, next)).into(result));
        return result;
    }

    @Override
    Kept kept() {
        return Kept.INPUTS;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        into.assign(gradient);
        try (INDArray beaten = Nd4jArrays.empty(into.shape())) {
            for (int other = 0; other < kept.size(); other++) {
                if (other < input) {
                    Nd4jCall.of("subtract").inputs(List.of(kept.get(input), kept.get(other))).into(beaten);
                    Nd4jMask.keepWherePositive(beaten, into);
                } else if (other > input) {
                    Nd4jCall.of("subtract").inputs(List.of(kept.get(other), kept.get(input))).into(beaten);
                    Nd4jMask.dropWherePositive(beaten, into);
                }
            }
        }
        return into;
    }
}
