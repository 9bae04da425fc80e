package org.filterscope.engine.execution;

import org.filterscope.core.InvalidInputException;

/** Gets an executor ready, which can take seconds the first time: native libraries are unpacked. */
@FunctionalInterface
public interface ExecutorLoader {

    /** @throws InvalidInputException when the executor cannot be used on this machine */
    Executor load() throws InvalidInputException;

    /**
     * How much memory the process may take that the executor computes in.
     *
     * @throws InvalidInputException when what somebody said of it is no size
     */
    default MemoryLimit memory() throws InvalidInputException {
        return MemoryLimit.ofMachine();
    }
}
