package org.filterscope.engine.execution;

import org.filterscope.core.InvalidInputException;

/** Gets an executor ready, which can take seconds the first time: native libraries are unpacked. */
@FunctionalInterface
public interface ExecutorLoader {

    /** @throws InvalidInputException when the executor cannot be used on this machine */
    Executor load() throws InvalidInputException;
}
