package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The sum over neighbouring channels is a 1 × 1 convolution of the squares with a band of ones; ND4J's own operation is for channels-last. */
final class Nd4jResponseNormalization extends Nd4jOperation {
    private final LocalResponseNormalization normalization;
    private final INDArray band;
    private final INDArray bias;

    Nd4jResponseNormalization(final LocalResponseNormalization normalization, final Shape input) {
        this.normalization = normalization;
        final int channels = input.channels();
        final float[] weights = new float[Math.multiplyExact(channels, channels)];
        final float[] biases = new float[channels];
        for (int to = 0; to < channels; to++) {
            biases[to] = (float) normalization.bias();
            for (int from = Math.max(0, to - normalization.size() / 2); from <= Math.min(channels - 1, to + normalization.size() / 2); from++) {
                weights[to * channels + from] = (float) normalization.alpha();
            }
        }
        band = Nd4jArrays.of(weights, channels, channels, 1, 1);
        bias = Nd4jArrays.of(biases, channels);
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray input = inputs.get(0);
        Transforms.pow(sums(input, result), -normalization.beta(), false);
        return Nd4jCall.of("multiply").inputs(List.of(result, input)).into(result);
    }

    /** {@code bias + alpha s}. */
    private INDArray sums(final INDArray input, final INDArray result) {
        try (INDArray squares = Nd4jArrays.like(input)) {
            Nd4jCall.of("multiply").inputs(List.of(input, input)).into(squares);
            return neighbours(List.of(squares, band, bias), result);
        }
    }

    private static INDArray neighbours(final List<INDArray> arrays, final INDArray result) {
        return Nd4jCall.of("conv2d").inputs(arrays).integers(1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1).into(result);
    }

    @Override
    Kept kept() {
        return Kept.INPUTS;
    }

    /** With {@code n = bias + alpha s}: {@code g n^−beta − 2 alpha beta x Σ g x n^(−beta−1)}, the sum over neighbouring channels. */
    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        final INDArray x = kept.get(0);
        try (INDArray sums = Nd4jArrays.like(x); INDArray shares = Nd4jArrays.like(x)) {
            sums(x, sums);
            Transforms.pow(shares.assign(sums), -normalization.beta(), false);
            Nd4jCall.of("multiply").inputs(List.of(gradient, shares)).into(into);
            Nd4jCall.of("multiply").inputs(List.of(into, x)).into(shares);
            Nd4jCall.of("divide").inputs(List.of(shares, sums)).into(shares);
            neighbours(List.of(shares, band), sums);
            Nd4jCall.of("multiply").inputs(List.of(sums, x)).into(sums);
            return into.subi(sums.muli(2 * normalization.beta()));
        }
    }

    @Override
    public void close() {
        band.close();
        bias.close();
    }
}
