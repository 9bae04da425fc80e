package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Each channel with filters of its own; ND4J wants the weights as {@code [row, col, channel, filter of the channel]}. */
final class Nd4jDepthwise extends Nd4jOperation {
    private static final int CHANNELS_FIRST = 0;
    private static final int ROW_COL_CHANNEL_FILTER = 0;

    private final Nd4jWindow window;
    private final Nd4jPadding padding;
    private final INDArray weights;
    private final INDArray bias;

    Nd4jDepthwise(final Convolution convolution, final Shape input) {
        window = new Nd4jWindow(convolution.window(), input);
        padding = new Nd4jPadding(window.padding(), 0);
        weights = Nd4jArrays.of(turned(convolution.weights(), input.channels()));
        bias = Nd4jArrays.of(convolution.bias());
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray input = window.padFirst() ? padding.padded(inputs.get(0)) : inputs.get(0);
        try {
            return Nd4jCall.of("depthwise_conv2d").inputs(List.of(input, weights, bias))
                    .integers(window.arguments(CHANNELS_FIRST, ROW_COL_CHANNEL_FILTER)).into(result);
        } finally {
            if (window.padFirst()) {
                input.close();
            }
        }
    }

    private static Tensor turned(final Tensor kernel, final int channels) {
        final int multiplier = kernel.length(0) / channels;
        final int rows = kernel.length(2);
        final int cols = kernel.length(3);
        final float[] values = new float[kernel.values().length];
        for (int filter = 0; filter < kernel.length(0); filter++) {
            for (int position = 0; position < rows * cols; position++) {
                values[position * kernel.length(0) + filter] = kernel.values()[filter * rows * cols + position];
            }
        }
        return new Tensor(List.of(rows, cols, channels, multiplier), values);
    }

    @Override
    public void close() {
        weights.close();
        bias.close();
        padding.close();
    }
}
