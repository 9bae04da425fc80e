package org.filterscope.worker;

import org.filterscope.analysis.batch.DividedExecutor;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.MemoryLimit;

/** What computes, within the memory that the process may take: as an option says, else {@code FILTERSCOPE_MEMORY}, else as the machine has it. */
final class LimitedLoader implements ExecutorLoader {
    private static final String MEMORY = "FILTERSCOPE_MEMORY";

    private final ExecutorLoader unlimited;
    private final MemoryLimit option;

    /** @param option null where there is none */
    LimitedLoader(final ExecutorLoader unlimited, final MemoryLimit option) {
        this.unlimited = unlimited;
        this.option = option;
    }

    @Override
    public Executor load() throws InvalidInputException {
        return new DividedExecutor(unlimited.load(), memory());
    }

    @Override
    public MemoryLimit memory() throws InvalidInputException {
        if (option != null) {
            return option;
        }
        final String text = System.getenv().getOrDefault(MEMORY, "");
        return text.isEmpty() ? MemoryLimit.ofMachine() : MemoryLimit.parse(MEMORY, text);
    }
}
