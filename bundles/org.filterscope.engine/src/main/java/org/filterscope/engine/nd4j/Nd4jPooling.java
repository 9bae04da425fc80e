package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Maximum or average over windows; padding never counts. */
final class Nd4jPooling extends Nd4jOperation {
    private static final int WITHOUT_PADDING = 0;
    private static final int CHANNELS_FIRST = 0;

    private final Nd4jWindow window;
    private final Nd4jPadding padding;
    private final String name;

    Nd4jPooling(final Pooling pooling, final Shape input) {
        window = new Nd4jWindow(pooling.window(), input);
        if (pooling.window().dilationRows() != 1 || pooling.window().dilationCols() != 1) {
            throw new IllegalArgumentException("pooling with gaps between its rows is not supported");
        }
        final boolean maximum = pooling.reduction() == Reduction.MAXIMUM;
        if (window.padFirst() && !maximum) {
            throw new IllegalArgumentException("average pooling with unequal padding %s is not supported".formatted(window.padding()));
        }
        name = maximum ? "maxpool2d" : "avgpool2d";
        padding = new Nd4jPadding(window.padding(), -Float.MAX_VALUE);
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final INDArray input = window.padFirst() ? padding.padded(inputs.get(0)) : inputs.get(0);
        try {
            return Nd4jCall.of(name).inputs(List.of(input)).integers(window.arguments(WITHOUT_PADDING, CHANNELS_FIRST)).into(result);
        } finally {
            if (window.padFirst()) {
                input.close();
            }
        }
    }

    @Override
    public void close() {
        padding.close();
    }
}
