package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A 1 × 1 convolution as what it is, a product of matrices for each image, {@code [filter, channel] · [channel, position]}: ND4J's convolution brings
 * all weights into another order at every call, which takes as long as the product itself where there are many filters and few positions.
 */
final class Nd4jPointwise extends Nd4jOperation {
    private final int strideRows;
    private final int strideCols;
    private final INDArray weights;
    private final INDArray bias;

    /** Whether a convolution is such a product. */
    static boolean is(final Convolution convolution) {
        final Window window = convolution.window();
        return window.rows() == 1 && window.cols() == 1 && convolution.groups() == 1 && window.padding().equals(Padding.NONE);
    }

    Nd4jPointwise(final Convolution convolution) {
        strideRows = convolution.window().strideRows();
        strideCols = convolution.window().strideCols();
        final Tensor kernels = convolution.weights();
        weights = Nd4jArrays.of(kernels.values(), kernels.length(0), kernels.length(1));
        bias = Nd4jArrays.of(convolution.bias().values(), kernels.length(0), 1);
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray input = inputs.get(0);
        if (isDense()) {
            return product(input, result);
        }
        try (INDArray seen = Nd4jArrays.empty(input.size(0), input.size(1), result.size(2), result.size(3))) {
            return product(seen.assign(seen(input, result)), result);
        }
    }

    private INDArray product(final INDArray input, final INDArray result) {
        for (int image = 0; image < input.size(0); image++) {
            final INDArray sums = Nd4jCall.of("matmul").inputs(List.of(weights, matrix(input, image))).integers(0, 0, 0).into(matrix(result, image));
            Nd4jCall.of("add").inputs(List.of(sums, bias)).into(sums);
        }
        return result;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        if (isDense()) {
            return transposed(gradient, into);
        }
        try (INDArray seen = Nd4jArrays.empty(into.size(0), into.size(1), gradient.size(2), gradient.size(3))) {
            into.assign(0);
            seen(into, gradient).assign(transposed(gradient, seen));
            return into;
        }
    }

    private INDArray transposed(final INDArray gradient, final INDArray into) {
        for (int image = 0; image < gradient.size(0); image++) {
            Nd4jCall.of("matmul").inputs(List.of(weights, matrix(gradient, image))).integers(1, 0, 0).into(matrix(into, image));
        }
        return into;
    }

    private boolean isDense() {
        return strideRows == 1 && strideCols == 1;
    }

    /** The positions of a map that the kernel comes to, seen in place. */
    private INDArray seen(final INDArray maps, final INDArray results) {
        return maps.get(NDArrayIndex.all(), NDArrayIndex.all(), Nd4jArrays.every(0, strideRows, results.size(2)),
                Nd4jArrays.every(0, strideCols, results.size(3)));
    }

    /** One image's maps, {@code [channel, position]}, seen in place. */
    private static INDArray matrix(final INDArray maps, final int image) {
        final INDArray flat = maps.reshape('c', maps.size(0), maps.size(1), maps.size(2) * maps.size(3));
        return flat.get(NDArrayIndex.point(image), NDArrayIndex.all(), NDArrayIndex.all());
    }

    @Override
    public void close() {
        weights.close();
        bias.close();
    }
}
