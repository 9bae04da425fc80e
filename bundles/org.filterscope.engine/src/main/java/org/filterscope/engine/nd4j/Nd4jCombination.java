package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Several inputs combined two by two; one value a channel is spread over all positions. */
final class Nd4jCombination extends Nd4jOperation {
    private final String name;
    private final int divisor;

    /** @param divisor of the result, for means */
    Nd4jCombination(final String name, final int divisor) {
        this.name = name;
        this.divisor = divisor;
    }

    @Override
    INDArray run(final List<INDArray> inputs, final INDArray result) {
        // The largest first: the result has its shape from the first call on.
        final List<INDArray> ordered = new ArrayList<>(inputs);
        ordered.sort((a, b) -> Long.compare(b.length(), a.length()));
        if (ordered.size() == 1) {
            result.assign(ordered.get(0));
        } else {
            Nd4jCall.of(name).inputs(ordered.subList(0, 2)).into(result);
            for (final INDArray next : ordered.subList(2, ordered.size())) {
                Nd4jCall.of(name).inputs(List.of(result, next)).into(result);
            }
        }
        return divisor == 1 ? result : result.divi(divisor);
    }
}
