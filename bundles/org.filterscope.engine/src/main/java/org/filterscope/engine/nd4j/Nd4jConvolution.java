package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution whose weights oneDNN takes as they are, {@code [filter, channel, row, col]}; or a depthwise one, for which ND4J wants
 * {@code [row, col, channel, filter of the channel]}.
 */
final class Nd4jConvolution extends Nd4jOperation {
    private static final int CHANNELS_FIRST = 0;
    private static final int FILTER_CHANNEL_ROW_COL = 1;
    private static final int ROW_COL_CHANNEL_FILTER = 0;

    private final String name;
    private final int order;
    private final Nd4jWindow window;
    private final Nd4jPadding padding;
    private final INDArray weights;
    private final INDArray bias;

    /** ND4J has no convolution in groups: depthwise ones have an operation of their own, others are cut into parts. */
    static Nd4jOperation of(final Convolution convolution, final Shape input) {
        if (convolution.window().dilationRows() > 1 || convolution.window().dilationCols() > 1) {
            return new Nd4jDilatedConvolution(convolution, input);
        }
        final boolean depthwise = convolution.groups() > 1 && convolution.weights().length(1) == 1;
        return convolution.groups() == 1 || depthwise ? new Nd4jConvolution(convolution, input, depthwise) : new Nd4jGroups(convolution, input);
    }

    private Nd4jConvolution(final Convolution convolution, final Shape input, final boolean depthwise) {
        name = depthwise ? "depthwise_conv2d" : "conv2d";
        order = depthwise ? ROW_COL_CHANNEL_FILTER : FILTER_CHANNEL_ROW_COL;
        window = new Nd4jWindow(convolution.window(), input);
        padding = new Nd4jPadding(window.padding(), 0);
        weights = Nd4jArrays.of(depthwise ? rowColChannelFilter(convolution.weights(), input.channels()) : convolution.weights());
        bias = Nd4jArrays.of(convolution.bias());
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray input = window.padFirst() ? padding.padded(inputs.get(0)) : inputs.get(0);
        try {
            return Nd4jCall.of(name).inputs(List.of(input, weights, bias)).integers(window.arguments(CHANNELS_FIRST, order)).into(result);
        } finally {
            if (window.padFirst()) {
                input.close();
            }
        }
    }

    private static Tensor rowColChannelFilter(final Tensor kernel, final int channels) {
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
