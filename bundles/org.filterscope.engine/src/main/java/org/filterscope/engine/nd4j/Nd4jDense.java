package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Fully connected layer; ND4J wants the weights as {@code [input, output]}. */
final class Nd4jDense extends Nd4jOperation {
    private final INDArray weights;
    private final INDArray bias;

    Nd4jDense(final Dense dense) {
        final Tensor given = dense.weights();
        final int outputs = given.length(0);
        final int inputs = given.length(1);
        final float[] turned = new float[given.values().length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                turned[i * outputs + o] = given.values()[o * inputs + i];
            }
        }
        weights = Nd4jArrays.of(turned, inputs, outputs);
        bias = Nd4jArrays.of(dense.bias());
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray input = inputs.get(0);
        Nd4jCall.of("xw_plus_b").inputs(List.of(input.reshape(input.size(0), input.size(1)), weights, bias))
                .into(result.reshape(result.size(0), result.size(1)));
        return result;
    }

    @Override
    public void close() {
        weights.close();
        bias.close();
    }
}
