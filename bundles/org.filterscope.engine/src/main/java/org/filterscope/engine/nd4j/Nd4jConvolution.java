package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Convolution in {@code [filter, channel, row, col]} weights, which oneDNN takes as they are. */
final class Nd4jConvolution extends Nd4jOperation {
    private static final int CHANNELS_FIRST = 0;
    private static final int FILTER_CHANNEL_ROW_COL = 1;

    private final Nd4jWindow window;
    private final Nd4jPadding padding;
    private final INDArray weights;
    private final INDArray bias;

    /** ND4J has no convolution in groups: depthwise ones have an operation of their own, others are cut into parts. */
    static Nd4jOperation of(final Convolution convolution, final Shape input) {
        if (convolution.window().dilationRows() > 1 || convolution.window().dilationCols() > 1) {
            return new Nd4jDilatedConvolution(convolution, input);
        }
        if (convolution.groups() == 1) {
            return new Nd4jConvolution(convolution, input);
        }
        return convolution.weights().length(1) == 1 ? new Nd4jDepthwise(convolution, input) : new Nd4jGroups(convolution, input);
    }

    /** @param convolution without gaps in its kernel */
    Nd4jConvolution(final Convolution convolution, final Shape input) {
        window = new Nd4jWindow(convolution.window(), input);
        padding = new Nd4jPadding(window.padding(), 0);
        weights = Nd4jArrays.of(convolution.weights());
        bias = Nd4jArrays.of(convolution.bias());
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray input = window.padFirst() ? padding.padded(inputs.get(0)) : inputs.get(0);
        try {
            return Nd4jCall.of("conv2d").inputs(List.of(input, weights, bias))
                    .integers(window.arguments(CHANNELS_FIRST, FILTER_CHANNEL_ROW_COL)).into(result);
        } finally {
            if (window.padFirst()) {
                input.close();
            }
        }
    }

    @Override
    public void close() {
        weights.close();
        bias.close();
        padding.close();
    }
}
