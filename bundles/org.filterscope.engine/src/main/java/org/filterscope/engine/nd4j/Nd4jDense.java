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
        Nd4jCall.of("xw_plus_b").inputs(List.of(flat(inputs.get(0)), weights, bias)).into(flat(result));
        return result;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        Nd4jCall.of("matmul").inputs(List.of(flat(gradient), weights)).integers(0, 1, 0).into(flat(into));
        return into;
    }

    private static INDArray flat(final INDArray vectors) {
        return vectors.reshape(vectors.size(0), vectors.size(1));
    }

    @Override
    public void close() {
        weights.close();
        bias.close();
    }
}
