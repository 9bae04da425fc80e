package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution whose weights oneDNN takes as they are, {@code [filter, channel, row, col]}. The way back is the transposed convolution with the
 * same weights, which is much faster than the operation that ND4J has for it.
 */
final class Nd4jConvolution extends Nd4jOperation {
    private static final int CHANNELS_FIRST = 0;
    private static final int FILTER_CHANNEL_ROW_COL = 1;

    private final Window given;
    private final Nd4jWindow window;
    private final Nd4jPadding padding;
    private final INDArray weights;
    private final INDArray bias;

    /** ND4J has no convolution in groups: depthwise ones have an operation of their own, others are cut into parts. */
    static Nd4jOperation of(final Convolution convolution, final Shape input) {
        if (Nd4jPointwise.is(convolution)) {
            return new Nd4jPointwise(convolution);
        }
        if (convolution.window().dilationRows() > 1 || convolution.window().dilationCols() > 1) {
            return new Nd4jDilatedConvolution(convolution, input);
        }
        if (convolution.groups() == 1) {
            return new Nd4jConvolution(convolution, input);
        }
        return convolution.weights().length(1) == 1 ? new Nd4jDepthwise(convolution, input) : new Nd4jGroups(convolution, input);
    }

    private Nd4jConvolution(final Convolution convolution, final Shape input) {
        given = convolution.window();
        window = new Nd4jWindow(given, input);
        padding = new Nd4jPadding(given.padding(), 0);
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

    /** ND4J knows one padding for both sides, which must leave no row or column over; any other gradient is cut out of a larger map. */
    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        final Padding around = given.padding();
        final long rows = (gradient.size(2) - 1) * given.strideRows() + given.rows();
        final long cols = (gradient.size(3) - 1) * given.strideCols() + given.cols();
        if (rows - 2L * around.top() == into.size(2) && cols - 2L * around.left() == into.size(3)) {
            return transposed(gradient, around.top(), around.left(), into);
        }
        try (INDArray whole = Nd4jArrays.empty(into.size(0), into.size(1), rows, cols)) {
            return Nd4jShift.copy(transposed(gradient, 0, 0, whole), around.top(), around.left(), into);
        }
    }

    private INDArray transposed(final INDArray gradient, final int top, final int left, final INDArray into) {
        return Nd4jCall.of("deconv2d").inputs(List.of(gradient, weights)).integers(given.rows(), given.cols(), given.strideRows(),
                given.strideCols(), top, left, 1, 1, 0, CHANNELS_FIRST, FILTER_CHANNEL_ROW_COL).into(into);
    }

    @Override
    public void close() {
        weights.close();
        bias.close();
        padding.close();
    }
}
