package org.filterscope.engine.nd4j;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Maximum or average over windows. Padding that does not count is left to ND4J where it knows it; else a maximum pads with the lowest number,
 * and an average pads with zeros and then mends the divisor of every window.
 */
final class Nd4jPooling extends Nd4jOperation {
    private static final int WITHOUT_PADDING = 0;
    private static final int CHANNELS_FIRST = 0;

    private final boolean maximum;
    private final boolean padFirst;
    private final Nd4jWindow window;
    private final Nd4jPadding padding;
    private final INDArray divisors;

    static Nd4jOperation of(final Pooling pooling, final Shape input) {
        final boolean gaps = pooling.window().dilationRows() > 1 || pooling.window().dilationCols() > 1;
        return gaps ? new Nd4jDilatedPooling(pooling, input) : new Nd4jPooling(pooling, input);
    }

    private Nd4jPooling(final Pooling pooling, final Shape input) {
        final Window given = pooling.window();
        maximum = pooling.reduction() == Reduction.MAXIMUM;
        window = new Nd4jWindow(given, input);
        padFirst = window.padFirst() || !maximum && !pooling.counted().equals(Padding.NONE);
        padding = new Nd4jPadding(given.padding(), maximum ? -Float.MAX_VALUE : 0);
        divisors = maximum || !padFirst ? null : over(given.rows() * given.cols(), pooling, input);
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        final String name = maximum ? "maxpool2d" : "avgpool2d";
        if (!padFirst) {
            return Nd4jCall.of(name).inputs(inputs).integers(window.arguments(WITHOUT_PADDING, CHANNELS_FIRST)).into(result);
        }
        try (INDArray padded = padding.padded(inputs.get(0))) {
            Nd4jCall.of(name).inputs(List.of(padded)).integers(window.unpadded(WITHOUT_PADDING, CHANNELS_FIRST)).into(result);
        }
        return maximum ? result : Nd4jCall.of("multiply").inputs(List.of(result, divisors)).into(result);
    }

    @Override
    Kept kept() {
        return maximum ? Kept.INPUTS : Kept.NOTHING;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        if (maximum) {
            return backward("maxpool2d_bp", kept.get(0), gradient, into);
        }
        // ND4J asks only for the shape of what was averaged.
        try (INDArray any = Nd4jArrays.like(into); INDArray shares = Nd4jArrays.like(gradient)) {
            return backward("avgpool2d_bp", any, divisors == null ? gradient
                    : Nd4jCall.of("multiply").inputs(List.of(gradient, divisors)).into(shares), into);
        }
    }

    private INDArray backward(final String name, final INDArray input, final INDArray gradient, final INDArray into) {
        if (!padFirst) {
            return Nd4jCall.of(name).inputs(List.of(input, gradient)).integers(window.arguments(WITHOUT_PADDING, CHANNELS_FIRST)).into(into);
        }
        try (INDArray padded = padding.padded(input); INDArray whole = Nd4jArrays.like(padded)) {
            Nd4jCall.of(name).inputs(List.of(padded, gradient)).integers(window.unpadded(WITHOUT_PADDING, CHANNELS_FIRST)).into(whole);
            return padding.backward(List.of(), whole, 0, into);
        }
    }

    /** A number over that of the positions that count, for every window. */
    static INDArray over(final int number, final Pooling pooling, final Shape input) {
        final Window window = pooling.window();
        final Padding all = window.padding();
        final Padding counted = pooling.counted();
        final Shape shape = window.over(input, 1);
        final float[] values = new float[shape.rows() * shape.cols()];
        for (int r = 0; r < shape.rows(); r++) {
            final int rows = inside(r * window.strideRows() - all.top(), window.rows(), window.dilationRows(), -counted.top(),
                    input.rows() + counted.bottom());
            for (int c = 0; c < shape.cols(); c++) {
                final int cols = inside(c * window.strideCols() - all.left(), window.cols(), window.dilationCols(), -counted.left(),
                        input.cols() + counted.right());
                values[r * shape.cols() + c] = (float) number / Math.max(1, rows * cols);
            }
        }
        return Nd4jArrays.of(values, 1, 1, shape.rows(), shape.cols());
    }

    private static int inside(final int start, final int length, final int step, final int from, final int to) {
        return (int) IntStream.range(0, length).map(i -> start + i * step).filter(position -> position >= from && position < to).count();
    }

    @Override
    public void close() {
        padding.close();
        if (divisors != null) {
            divisors.close();
        }
    }
}
