package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batch normalisation at inference is one factor and one summand a channel; both are computed once, in double precision. */
final class Nd4jBatchNormalization extends Nd4jOperation {
    private final INDArray factor;
    private final INDArray summand;

    Nd4jBatchNormalization(final BatchNormalization normalization) {
        final int channels = normalization.gamma().length(0);
        final float[] factors = new float[channels];
        final float[] summands = new float[channels];
        for (int c = 0; c < channels; c++) {
            final double f = normalization.gamma().values()[c] / Math.sqrt(normalization.variance().values()[c] + normalization.epsilon());
            factors[c] = (float) f;
            summands[c] = (float) (normalization.beta().values()[c] - f * normalization.mean().values()[c]);
        }
        factor = Nd4jArrays.of(factors, 1, channels, 1, 1);
        summand = Nd4jArrays.of(summands, 1, channels, 1, 1);
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        Nd4jCall.of("multiply").inputs(List.of(inputs.get(0), factor)).into(result);
        return Nd4jCall.of("add").inputs(List.of(result, summand)).into(result);
    }

    @Override
    boolean inPlace() {
        return true;
    }

    @Override
    public void close() {
        factor.close();
        summand.close();
    }
}
