package org.filterscope.engine.nd4j;

import java.util.function.Supplier;

import org.nd4j.linalg.api.ndarray.INDArray;

/** An array made when it is first needed: weights in a form that only gradients need. */
final class OnFirstUse implements AutoCloseable {
    private final Supplier<INDArray> maker;
    private INDArray array;

    OnFirstUse(final Supplier<INDArray> maker) {
        this.maker = maker;
    }

    INDArray get() {
        if (array == null) {
            array = maker.get();
        }
        return array;
    }

    @Override
    public void close() {
        if (array != null) {
            array.close();
            array = null;
        }
    }
}
