package org.filterscope.engine.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arrays of one pass, by number. Each is given back after its last use: waiting for Java's garbage collector would let native memory grow,
 * because the small Java objects never fill the heap.
 */
final class Nd4jValues implements AutoCloseable {
    private final INDArray[] arrays;
    private final int[] uses;
    private final Nd4jPool pool;

    Nd4jValues(final int size, final Nd4jPool pool) {
        arrays = new INDArray[size];
        uses = new int[size];
        this.pool = pool;
    }

    /** Announces one more use. */
    void expect(final int number) {
        uses[number]++;
    }

    void put(final int number, final INDArray array) {
        arrays[number] = array;
    }

    INDArray get(final int number) {
        return arrays[number];
    }

    /** Whether only one use is left, so that whoever makes it may overwrite the array. */
    boolean isLastUse(final int number) {
        return uses[number] == 1;
    }

    /** The array for its last user, who owns it from now on. */
    INDArray take(final int number) {
        final INDArray array = arrays[number];
        arrays[number] = null;
        uses[number] = 0;
        return array;
    }

    /** One use is over. */
    void release(final int number) {
        uses[number]--;
        if (uses[number] == 0) {
            pool.giveBack(take(number));
        }
    }

    @Override
    public void close() {
        for (int number = 0; number < arrays.length; number++) {
            if (arrays[number] != null) {
                pool.giveBack(take(number));
            }
        }
    }
}
