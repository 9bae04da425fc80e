package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@code (1 − amount) h + amount value}. */
final class Nd4jEdit extends Nd4jOperation {
    private final INDArray rest;
    private final INDArray summand;

    Nd4jEdit(final Edit edit) {
        final FeatureMaps amount = edit.amount();
        final FeatureMaps value = edit.value();
        rest = Nd4jArrays.of(amount).rsubi(1);
        summand = Nd4jArrays.empty(Math.max(amount.images(), value.images()), Math.max(amount.shape().channels(), value.shape().channels()),
                Math.max(amount.shape().rows(), value.shape().rows()), Math.max(amount.shape().cols(), value.shape().cols()));
        try (INDArray amounts = Nd4jArrays.of(amount); INDArray values = Nd4jArrays.of(value)) {
            Nd4jCall.of("multiply").inputs(List.of(amounts, values)).into(summand);
        }
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        Nd4jCall.of("multiply").inputs(List.of(inputs.get(0), rest)).into(result);
        return Nd4jCall.of("add").inputs(List.of(result, summand)).into(result);
    }

    @Override
    boolean inPlace() {
        return true;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        return Nd4jCall.of("multiply").inputs(List.of(gradient, rest)).into(into);
    }

    @Override
    boolean backwardInPlace() {
        return true;
    }

    @Override
    public void close() {
        rest.close();
        summand.close();
    }
}
