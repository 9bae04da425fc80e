package org.filterscope.engine.nd4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One layer's operator made ready for ND4J: its weights lie in native memory until closed. */
abstract class Nd4jOperation implements AutoCloseable {

    /** What the way back reads besides the gradient. */
    enum Kept {
        NOTHING, INPUTS, RESULT
    }

    /**
     * Computes into {@code result}, {@code [image, channel, row, col]}.
     *
     * @return {@code result}
     */
    abstract INDArray run(List<INDArray> inputs, INDArray result);

    /** Whether the result may overwrite the only input. */
    boolean inPlace() {
        return false;
    }

    Kept kept() {
        return Kept.NOTHING;
    }

    /**
     * Computes the gradient by one input from that by the result, which it leaves as it is unless told to overwrite it.
     *
     * @param kept     all inputs, or the result alone, or nothing: what {@link #kept()} says
     * @param gradient by the result
     * @param input    which of the inputs
     * @param into     an array of that input's shape, with any values
     * @return {@code into}
     */
    abstract INDArray backward(List<INDArray> kept, INDArray gradient, int input, INDArray into);

    /** Whether {@code into} may be {@code gradient} itself; only for operations with one input. */
    boolean backwardInPlace() {
        return false;
    }

    @Override
    public void close() {
    }
}
