package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution in groups: one ordinary convolution a group, on its slice of the channels. */
final class Nd4jGroups extends Nd4jOperation {
    private final List<Nd4jOperation> parts = new ArrayList<>();
    private final int channels;
    private final int filters;

    Nd4jGroups(final Convolution convolution, final Shape input) {
        final Tensor weights = convolution.weights();
        channels = weights.length(1);
        filters = weights.length(0) / convolution.groups();
        final int size = weights.values().length / convolution.groups();
        for (int group = 0; group < convolution.groups(); group++) {
            final Tensor part = new Tensor(List.of(filters, channels, weights.length(2), weights.length(3)),
                    Arrays.copyOfRange(weights.values(), group * size, (group + 1) * size));
            final Tensor bias = Tensor.vector(Arrays.copyOfRange(convolution.bias().values(), group * filters, (group + 1) * filters));
            parts.add(Nd4jConvolution.of(new Convolution(part, bias, convolution.window()), new Shape(channels, input.rows(), input.cols())));
        }
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        for (int group = 0; group < parts.size(); group++) {
            try (INDArray slice = slice(inputs.get(0), group, channels).dup('c');
                    INDArray part = Nd4jArrays.empty(result.size(0), filters, result.size(2), result.size(3))) {
                slice(result, group, filters).assign(parts.get(group).run(List.of(slice), part));
            }
        }
        return result;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        for (int group = 0; group < parts.size(); group++) {
            try (INDArray slice = slice(gradient, group, filters).dup('c');
                    INDArray part = Nd4jArrays.empty(into.size(0), channels, into.size(2), into.size(3))) {
                slice(into, group, channels).assign(parts.get(group).backward(List.of(), slice, 0, part));
            }
        }
        return into;
    }

    private static INDArray slice(final INDArray maps, final int group, final int size) {
        return Nd4jArrays.channels(maps, group * size, size);
    }

    @Override
    public void close() {
        parts.forEach(Nd4jOperation::close);
    }
}
