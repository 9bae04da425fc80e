package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Maximum or average over windows with gaps, which ND4J gets wrong: one kernel position after the other, on what it sees of the padded map. The
 * gradient of a maximum goes to the first position that has it.
 */
final class Nd4jDilatedPooling extends Nd4jOperation {
    private final Window window;
    private final boolean maximum;
    private final Nd4jPadding padding;
    private final INDArray shares;

    Nd4jDilatedPooling(final Pooling pooling, final Shape input) {
        window = pooling.window();
        maximum = pooling.reduction() == Reduction.MAXIMUM;
        padding = new Nd4jPadding(window.padding(), maximum ? -Float.MAX_VALUE : 0);
        shares = Nd4jPooling.over(1, pooling, input);
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        try (INDArray padded = padding.padded(inputs.get(0))) {
            result.assign(seen(padded, 0, result));
            for (int position = 1; position < positions(); position++) {
                try (INDArray next = seen(padded, position, result).dup('c')) {
                    Nd4jCall.of(maximum ? "maximum" : "add").inputs(List.of(result, next)).into(result);
                }
            }
        }
        return maximum ? result : Nd4jCall.of("multiply").inputs(List.of(result, shares)).into(result);
    }

    @Override
    Kept kept() {
        return maximum ? Kept.INPUTS : Kept.NOTHING;
    }

    @Override
    INDArray backward(final List<INDArray> kept, final INDArray gradient, final int input, final INDArray into) {
        try (INDArray whole = Nd4jArrays.empty(into.size(0), into.size(1), into.size(2) + window.padding().top() + window.padding().bottom(),
                into.size(3) + window.padding().left() + window.padding().right());
                INDArray left = Nd4jArrays.like(gradient)) {
            whole.assign(0);
            if (maximum) {
                toFirst(kept.get(0), left.assign(gradient), whole);
            } else {
                Nd4jCall.of("multiply").inputs(List.of(gradient, shares)).into(left);
                for (int position = 0; position < positions(); position++) {
                    seen(whole, position, left).addi(left);
                }
            }
            return padding.backward(List.of(), whole, 0, into);
        }
    }

    /** @param left what has found no position yet */
    private void toFirst(final INDArray input, final INDArray left, final INDArray whole) {
        try (INDArray padded = padding.padded(input); INDArray result = Nd4jArrays.like(left); INDArray misses = Nd4jArrays.like(left);
                INDArray found = Nd4jArrays.like(left)) {
            run(List.of(input), result);
            for (int position = 0; position < positions(); position++) {
                found.assign(left);
                Nd4jMask.keepWherePositive(misses.assign(result).subi(seen(padded, position, left)), left);
                seen(whole, position, left).addi(found.subi(left));
            }
        }
    }

    private int positions() {
        return window.rows() * window.cols();
    }

    /** What one kernel position sees of the padded map, in place. */
    private INDArray seen(final INDArray padded, final int position, final INDArray results) {
        final long top = (long) position / window.cols() * window.dilationRows();
        final long left = (long) position % window.cols() * window.dilationCols();
        return padded.get(NDArrayIndex.all(), NDArrayIndex.all(),
                Nd4jArrays.every(top, window.strideRows(), results.size(2)), Nd4jArrays.every(left, window.strideCols(), results.size(3)));
    }

    @Override
    public void close() {
        padding.close();
        shares.close();
    }
}
