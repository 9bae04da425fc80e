package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

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
            try (INDArray slice = inputs.get(0).get(slice(group, channels)).dup('c');
                    INDArray part = Nd4j.createUninitialized(DataType.FLOAT, result.size(0), filters, result.size(2), result.size(3))) {
                parts.get(group).run(List.of(slice), part);
                result.get(slice(group, filters)).assign(part);
            }
        }
        return result;
    }

    private static INDArrayIndex[] slice(final int group, final int size) {
        return new INDArrayIndex[] {NDArrayIndex.all(), NDArrayIndex.interval((long) group * size, (long) (group + 1) * size),
            NDArrayIndex.all(), NDArrayIndex.all()};
    }

    @Override
    public void close() {
        parts.forEach(Nd4jOperation::close);
    }
}
