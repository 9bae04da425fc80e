package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution in {@code [filter, channel, row, col]} weights, which oneDNN takes as they are. A dilated kernel is filled up with zeros
 * instead: ND4J hands oneDNN a wrong padding for it.
 */
final class Nd4jConvolution extends Nd4jOperation {
    private static final int CHANNELS_FIRST = 0;
    private static final int FILTER_CHANNEL_ROW_COL = 1;

    private final Nd4jWindow window;
    private final Nd4jPadding padding;
    private final INDArray weights;
    private final INDArray bias;

    /** ND4J has no convolution in groups: depthwise ones have an operation of their own, others are cut into parts. */
    static Nd4jOperation of(final Convolution convolution, final Shape input) {
        if (convolution.groups() == 1) {
            return new Nd4jConvolution(convolution, input);
        }
        return convolution.weights().length(1) == 1 ? new Nd4jDepthwise(convolution, input) : new Nd4jGroups(convolution, input);
    }

    Nd4jConvolution(final Convolution convolution, final Shape input) {
        final Window given = convolution.window();
        window = new Nd4jWindow(undilated(given), input);
        padding = new Nd4jPadding(window.padding(), 0);
        weights = Nd4jArrays.of(filled(convolution.weights(), given));
        bias = Nd4jArrays.of(convolution.bias());
    }

    /** The same window for the kernel with its gaps filled. */
    static Window undilated(final Window window) {
        return new Window(window.spanRows(), window.spanCols(), window.strideRows(), window.strideCols(), 1, 1, window.padding());
    }

    /** The kernel with its gaps filled with zeros. */
    static Tensor filled(final Tensor kernel, final Window window) {
        if (window.dilationRows() == 1 && window.dilationCols() == 1) {
            return kernel;
        }
        final int planes = kernel.length(0) * kernel.length(1);
        final float[] values = new float[planes * window.spanRows() * window.spanCols()];
        for (int plane = 0; plane < planes; plane++) {
            for (int r = 0; r < window.rows(); r++) {
                for (int c = 0; c < window.cols(); c++) {
                    values[(plane * window.spanRows() + r * window.dilationRows()) * window.spanCols() + c * window.dilationCols()] =
                            kernel.values()[(plane * window.rows() + r) * window.cols() + c];
                }
            }
        }
        return new Tensor(List.of(kernel.length(0), kernel.length(1), window.spanRows(), window.spanCols()), values);
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
