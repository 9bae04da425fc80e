package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A convolution whose filters see one channel each; ND4J wants its weights as {@code [row, col, channel, filter of the channel]}. The way back is
 * a depthwise convolution too: with the kernels turned round, over the gradient with zeros between its positions where the stride left some out,
 * then summed over the filters of each channel.
 */
final class Nd4jDepthwise extends Nd4jOperation {
    private static final int CHANNELS_FIRST = 0;
    private static final int ROW_COL_CHANNEL_FILTER = 0;

    private final Window given;
    private final Nd4jWindow window;
    private final Nd4jPadding padding;
    private final INDArray weights;
    private final INDArray bias;
    private final OnFirstUse turned;

    Nd4jDepthwise(final Convolution convolution, final Shape input) {
        given = convolution.window();
        window = new Nd4jWindow(given, input);
        padding = new Nd4jPadding(given.padding(), 0);
        weights = Nd4jArrays.of(rowColFilter(convolution.weights(), false), given.rows(), given.cols(), input.channels(),
                convolution.weights().length(0) / input.channels());
        bias = Nd4jArrays.of(convolution.bias());
        turned = new OnFirstUse(() -> Nd4jArrays.of(rowColFilter(convolution.weights(), true), given.rows(), given.cols(),
                convolution.weights().length(0), 1));
    }

    private static float[] rowColFilter(final Tensor kernel, final boolean turned) {
        final int filters = kernel.length(0);
        final int positions = kernel.length(2) * kernel.length(3);
        final float[] values = new float[kernel.values().length];
        for (int filter = 0; filter < filters; filter++) {
            for (int position = 0; position < positions; position++) {
                values[(turned ? positions - 1 - position : position) * filters + filter] = kernel.values()[filter * positions + position];
            }
        }
        return values;
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

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        final long channels = into.size(1);
        final long perChannel = gradient.size(1) / channels;
        try (INDArray wide = Nd4jArrays.empty(gradient.size(0), gradient.size(1), into.size(2) + given.rows() - 1,
                into.size(3) + given.cols() - 1)) {
            spread(gradient, wide);
            if (perChannel == 1) {
                return slide(wide, into);
            }
            try (INDArray all = Nd4jArrays.empty(into.size(0), gradient.size(1), into.size(2), into.size(3))) {
                slide(wide, all);
                Nd4jCall.of("reduce_sum").inputs(List.of(all.reshape(into.size(0), channels, perChannel, into.size(2) * into.size(3))))
                        .integers(2).into(into.reshape(into.size(0), channels, into.size(2) * into.size(3)));
            }
        }
        return into;
    }

    private INDArray slide(final INDArray wide, final INDArray into) {
        return Nd4jCall.of("depthwise_conv2d").inputs(List.of(wide, turned.get()))
                .integers(given.rows(), given.cols(), 1, 1, 0, 0, 1, 1, 0, CHANNELS_FIRST, ROW_COL_CHANNEL_FILTER).into(into);
    }

    /** Window n of the way forward goes to where the turned kernel's last position finds it. */
    private void spread(final INDArray gradient, final INDArray wide) {
        final Padding around = given.padding();
        final Places rows = Places.of(gradient.size(2), given.strideRows(), given.rows() - 1 - around.top(), wide.size(2));
        final Places cols = Places.of(gradient.size(3), given.strideCols(), given.cols() - 1 - around.left(), wide.size(3));
        wide.assign(0);
        if (rows.count() > 0 && cols.count() > 0) {
            wide.get(NDArrayIndex.all(), NDArrayIndex.all(), rows.inWide(), cols.inWide())
                    .assign(gradient.get(NDArrayIndex.all(), NDArrayIndex.all(), rows.inGradient(), cols.inGradient()));
        }
    }

    @Override
    public void close() {
        weights.close();
        bias.close();
        padding.close();
        turned.close();
    }

    /** Positions {@code offset + n stride} that lie inside the wide map. */
    private record Places(long first, long count, long stride, long offset) {

        static Places of(final long positions, final long stride, final long offset, final long length) {
            final long first = Math.max(0, Math.ceilDiv(-offset, stride));
            final long end = Math.min(positions, Math.floorDiv(length - 1 - offset, stride) + 1);
            return new Places(first, Math.max(0, end - first), stride, offset);
        }

        INDArrayIndex inWide() {
            return Nd4jArrays.every(offset + first * stride, stride, count);
        }

        INDArrayIndex inGradient() {
            return NDArrayIndex.interval(first, first + count);
        }
    }
}
