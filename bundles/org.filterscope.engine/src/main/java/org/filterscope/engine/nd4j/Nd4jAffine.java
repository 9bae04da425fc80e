package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NormalizationFolding;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@code factor x + summand}: one of each a channel, or spread as an edit says. */
final class Nd4jAffine extends Nd4jOperation {
    private final INDArray factor;
    private final INDArray summand;

    private Nd4jAffine(final INDArray factor, final INDArray summand) {
        this.factor = factor;
        this.summand = summand;
    }

    Nd4jAffine(final float[] factors, final float[] summands) {
        this(Nd4jArrays.of(factors, 1, factors.length, 1, 1), Nd4jArrays.of(summands, 1, summands.length, 1, 1));
    }

    /** {@code (1 − amount) x + amount value}, amount and value spread as the edit says. */
    static Nd4jAffine of(final Edit edit) {
        final FeatureMaps amount = edit.amount();
        final FeatureMaps value = edit.value();
        final INDArray summand = Nd4jArrays.empty(Math.max(amount.images(), value.images()),
                Math.max(amount.shape().channels(), value.shape().channels()), Math.max(amount.shape().rows(), value.shape().rows()),
                Math.max(amount.shape().cols(), value.shape().cols()));
        try (INDArray amounts = Nd4jArrays.of(amount); INDArray values = Nd4jArrays.of(value)) {
            Nd4jCall.of("multiply").inputs(List.of(amounts, values)).into(summand);
        }
        return new Nd4jAffine(Nd4jArrays.of(amount).rsubi(1), summand);
    }

    /** Batch normalisation at inference is just that; factor and summand are computed once, in double precision. */
    static Nd4jAffine of(final BatchNormalization normalization) {
        final double[] exact = NormalizationFolding.factors(normalization);
        final float[] factors = new float[exact.length];
        final float[] summands = new float[exact.length];
        for (int c = 0; c < exact.length; c++) {
            factors[c] = (float) exact[c];
            summands[c] = (float) (normalization.beta().values()[c] - exact[c] * normalization.mean().values()[c]);
        }
        return new Nd4jAffine(factors, summands);
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
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        return Nd4jCall.of("multiply").inputs(List.of(gradient, factor)).into(into);
    }

    @Override
    boolean backwardInPlace() {
        return true;
    }

    @Override
    public void close() {
        factor.close();
        summand.close();
    }
}
