package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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
        try (INDArray squares = Nd4j.createUninitialized(DataType.FLOAT, input.shape())) {
            Nd4jCall.of("multiply").inputs(List.of(input, input)).into(squares);
            Nd4jCall.of("conv2d").inputs(List.of(squares, band, bias)).integers(1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1).into(result);
        }
        Transforms.pow(result, -normalization.beta(), false);
        return Nd4jCall.of("multiply").inputs(List.of(result, input)).into(result);
    }

    @Override
    public void close() {
        band.close();
        bias.close();
    }
}
