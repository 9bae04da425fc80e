package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A transposed convolution is a convolution's way back, plus a bias; its own way back is that convolution. Added rows and columns first undo the
 * cut at the bottom and right; such that no input paints any more are cut off before the convolution sees them.
 */
final class Nd4jTransposedConvolution extends Nd4jOperation {
    private final Shape painted;
    private final Nd4jOperation convolution;
    private final INDArray bias;

    Nd4jTransposedConvolution(final TransposedConvolution transposed, final Shape input) {
        final Window window = transposed.window();
        final Padding cut = window.padding();
        final Window stillCut = new Window(window.rows(), window.cols(), window.strideRows(), window.strideCols(), window.dilationRows(),
                window.dilationCols(), new Padding(cut.top(), cut.left(), Math.max(0, cut.bottom() - transposed.extraRows()),
                        Math.max(0, cut.right() - transposed.extraCols())));
        painted = new TransposedConvolution(transposed.weights(), transposed.bias(), stillCut, 0, 0, transposed.groups())
                .shape(List.of(input));
        convolution = Nd4jConvolution.of(new Convolution(transposed.weights(), Tensor.vector(new float[transposed.weights().length(0)]),
                stillCut, transposed.groups()), painted);
        bias = Nd4jArrays.of(transposed.bias().values(), 1, transposed.bias().length(0), 1, 1);
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        if (isWhole(result)) {
            convolution.backward(List.of(), inputs.get(0), 0, result);
        } else {
            try (INDArray part = Nd4jArrays.empty(result.size(0), painted)) {
                Nd4jShift.copy(convolution.backward(List.of(), inputs.get(0), 0, part), 0, 0, result);
            }
        }
        return Nd4jCall.of("add").inputs(List.of(result, bias)).into(result);
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        if (isWhole(gradient)) {
            return convolution.run(List.of(gradient), into);
        }
        try (INDArray part = Nd4jArrays.empty(gradient.size(0), painted)) {
            return convolution.run(List.of(Nd4jShift.copy(gradient, 0, 0, part)), into);
        }
    }

    private boolean isWhole(final INDArray maps) {
        return maps.size(2) == painted.rows() && maps.size(3) == painted.cols();
    }

    @Override
    public void close() {
        convolution.close();
        bias.close();
    }
}
