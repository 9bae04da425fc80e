package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A convolution with gaps in its kernel, as the sum of one 1 × 1 convolution for each kernel position on a shifted slice of the input: ND4J
 * hands oneDNN a wrong padding for dilated kernels, and filling the gaps with zeros can take gigabytes.
 */
final class Nd4jDilatedConvolution extends Nd4jOperation {
    private final Window window;
    private final Nd4jPadding padding;
    private final List<Nd4jOperation> positions = new ArrayList<>();

    Nd4jDilatedConvolution(final Convolution convolution, final Shape input) {
        window = convolution.window();
        padding = new Nd4jPadding(window.padding(), 0);
        final Shape slice = new Shape(input.channels(), span(window.over(input, 1).rows(), window.strideRows()),
                span(window.over(input, 1).cols(), window.strideCols()));
        final Window single = new Window(1, 1, window.strideRows(), window.strideCols(), 1, 1, Padding.NONE);
        final Tensor none = Tensor.vector(new float[convolution.bias().length(0)]);
        for (int position = 0; position < window.rows() * window.cols(); position++) {
            positions.add(Nd4jConvolution.of(new Convolution(at(convolution.weights(), position), position == 0 ? convolution.bias() : none, single,
                    convolution.groups()), slice));
        }
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final int rows = span((int) result.size(2), window.strideRows());
        final int cols = span((int) result.size(3), window.strideCols());
        try (INDArray padded = padding.padded(inputs.get(0)); INDArray part = Nd4j.createUninitialized(DataType.FLOAT, result.shape())) {
            for (int position = 0; position < positions.size(); position++) {
                final long top = (long) position / window.cols() * window.dilationRows();
                final long left = (long) position % window.cols() * window.dilationCols();
                try (INDArray slice = padded.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(top, top + rows),
                        NDArrayIndex.interval(left, left + cols)).dup('c')) {
                    positions.get(position).run(List.of(slice), position == 0 ? result : part);
                }
                if (position > 0) {
                    result.addi(part);
                }
            }
        }
        return result;
    }

    /** Input positions from the first to the last of so many steps. */
    private static int span(final int steps, final int stride) {
        return (steps - 1) * stride + 1;
    }

    /** The weights at one kernel position, as a 1 × 1 kernel. */
    private static Tensor at(final Tensor weights, final int position) {
        final int size = weights.length(2) * weights.length(3);
        final float[] values = new float[weights.values().length / size];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights.values()[i * size + position];
        }
        return new Tensor(List.of(weights.length(0), weights.length(1), 1, 1), values);
    }

    @Override
    public void close() {
        positions.forEach(Nd4jOperation::close);
        padding.close();
    }
}
