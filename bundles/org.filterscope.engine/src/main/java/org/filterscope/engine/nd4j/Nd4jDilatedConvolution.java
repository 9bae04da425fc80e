package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

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
        try (INDArray padded = padding.padded(inputs.get(0)); INDArray part = Nd4jArrays.like(result);
                INDArray slice = slice(padded, result)) {
            for (int position = 0; position < positions.size(); position++) {
                Nd4jShift.copy(padded, top(position), left(position), slice);
                positions.get(position).run(List.of(slice), position == 0 ? result : part);
                if (position > 0) {
                    result.addi(part);
                }
            }
        }
        return result;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        try (INDArray part = Nd4jArrays.like(into); INDArray slice = slice(into, gradient)) {
            for (int position = 0; position < positions.size(); position++) {
                positions.get(position).backward(List.of(), gradient, 0, slice);
                Nd4jShift.copy(slice, window.padding().top() - top(position), window.padding().left() - left(position),
                        position == 0 ? into : part);
                if (position > 0) {
                    into.addi(part);
                }
            }
        }
        return into;
    }

    /** What one kernel position sees of the padded map. */
    private INDArray slice(final INDArray maps, final INDArray results) {
        return Nd4jArrays.empty(maps.size(0), maps.size(1), span((int) results.size(2), window.strideRows()),
                span((int) results.size(3), window.strideCols()));
    }

    private int top(final int position) {
        return position / window.cols() * window.dilationRows();
    }

    private int left(final int position) {
        return position % window.cols() * window.dilationCols();
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
