package org.filterscope.engine.read;

import java.util.List;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Tensor;

/**
 * Numbers the places of weights in a file, from 1. A number travels through a reader as the bits of a float, so that whatever the reader does to
 * get weights into our order is done to the numbers, too. 0 is no place: what a reader makes up where the file has nothing.
 */
public final class PlaceNumbers {
    /** From here on the bits mean infinity or no number. */
    private static final int MOST = 0x7F800000 - 1;

    private int taken;

    /** The number of the next place. */
    public int next() {
        return taken + 1;
    }

    /** Numbers as many places as the shape has values; they stand where the weights would. */
    public Tensor take(final List<Integer> shape) throws InvalidNetworkException {
        final long count = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (count > MOST - taken) {
            throw new InvalidNetworkException("the model has more than %d weights; such models are not changed".formatted(MOST));
        }
        final Tensor numbers = from(next(), shape);
        taken += (int) count;
        return numbers;
    }

    /** The numbers from a first one on. */
    public static Tensor from(final int first, final List<Integer> shape) {
        final float[] numbers = new float[Math.toIntExact(shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.intBitsToFloat(first + i);
        }
        return new Tensor(shape, numbers);
    }

    /** The number that travelled as a float; anything at all where a reader has computed with it. */
    public static int place(final float travelled) {
        return Float.floatToRawIntBits(travelled);
    }
}
