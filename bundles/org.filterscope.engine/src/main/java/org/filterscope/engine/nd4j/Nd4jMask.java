package org.filterscope.engine.nd4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/** Values kept where others are above zero. */
final class Nd4jMask {

    private Nd4jMask() {
    }

    /** @param x is overwritten */
    static INDArray keepWherePositive(final INDArray x, final INDArray values) {
        return Nd4jCall.of("multiply").inputs(List.of(values, positive(x))).into(values);
    }

    /** @param x is overwritten: 0 where it was above zero, else 1 */
    static INDArray dropWherePositive(final INDArray x, final INDArray values) {
        return Nd4jCall.of("multiply").inputs(List.of(values, positive(x).rsubi(1))).into(values);
    }

    /** 1 where x &gt; 0, else 0, in place. */
    static INDArray positive(final INDArray x) {
        return Nd4j.getExecutioner().exec(new Step(x, x));
    }
}
