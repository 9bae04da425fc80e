package org.filterscope.fuzz.mutation;

import java.util.random.RandomGenerator;

/** Damages a file in one way. */
@FunctionalInterface
public interface Mutator {

    /**
     * @param file   to damage; not changed
     * @param other  another file of the same format, to take parts from
     * @param random decides about everything, so that the same numbers damage in the same way
     */
    byte[] mutate(byte[] file, byte[] other, RandomGenerator random);
}
