package org.filterscope.worker;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.MemoryLimit;
import picocli.CommandLine.Option;

/** {@code --memory}. */
final class MemoryOption {
    @Option(names = "--memory", paramLabel = "SIZE",
            description = "How much memory to take at most, Java's heap among it, like 2g or 1500m; instead of FILTERSCOPE_MEMORY.")
    private String memory;

    /**
     * @return null when nothing was given
     * @throws InvalidInputException when what was given is no size
     */
    MemoryLimit limit() throws InvalidInputException {
        return memory == null ? null : MemoryLimit.parse("--memory", memory);
    }
}
