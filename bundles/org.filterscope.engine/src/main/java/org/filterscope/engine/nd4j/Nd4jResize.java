package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Maps read along columns and rows by the matrices of their samplings: along columns a product of matrices, along rows a 1 × 1 convolution that
 * takes a map's rows for channels. The way back is the same with both matrices transposed.
 */
final class Nd4jResize extends Nd4jOperation {
    private final INDArray rows;
    private final INDArray cols;
    private final OnFirstUse rowsBack;
    private final OnFirstUse colsBack;

    Nd4jResize(final Resize resize) {
        rows = Nd4jArrays.of(resize.rows().matrix(), resize.rows().to(), resize.rows().from(), 1, 1);
        cols = Nd4jArrays.of(resize.cols().matrix(), resize.cols().to(), resize.cols().from());
        rowsBack = new OnFirstUse(() -> Nd4jArrays.of(transposed(resize.rows()), resize.rows().from(), resize.rows().to(), 1, 1));
        colsBack = new OnFirstUse(() -> Nd4jArrays.of(transposed(resize.cols()), resize.cols().from(), resize.cols().to()));
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        return read(inputs.get(0), rows, cols, result);
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        return read(gradient, rowsBack.get(), colsBack.get(), into);
    }

    private static INDArray read(final INDArray from, final INDArray rows, final INDArray cols, final INDArray to) {
        final long maps = from.size(0) * from.size(1);
        final long lines = maps * from.size(2);
        try (INDArray wide = Nd4jArrays.empty(maps, from.size(2), 1, to.size(3))) {
            Nd4jCall.of("matmul").inputs(List.of(from.reshape(lines, from.size(3)), cols)).integers(0, 1, 0)
                    .into(wide.reshape(lines, to.size(3)));
            Nd4jCall.of("conv2d").inputs(List.of(wide, rows)).integers(1, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1)
                    .into(to.reshape(maps, to.size(2), 1, to.size(3)));
        }
        return to;
    }

    private static float[] transposed(final Sampling sampling) {
        final float[] matrix = sampling.matrix();
        final float[] transposed = new float[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            transposed[i % sampling.from() * sampling.to() + i / sampling.from()] = matrix[i];
        }
        return transposed;
    }

    @Override
    public void close() {
        rows.close();
        cols.close();
        rowsBack.close();
        colsBack.close();
    }
}
