package org.filterscope.worker;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.MemoryLimit;
import picocli.CommandLine.Option;

/** The options {@code --executor} and {@code --device} of commands that run networks. */
final class ExecutorOptions {
    @Option(names = "--executor", paramLabel = "EXECUTOR", defaultValue = "auto",
            description = "What computes: ${COMPLETION-CANDIDATES}; auto is the faster one that this machine has.")
    private ExecutorChoice executor;

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "cpu",
            description = "What it computes on: ${COMPLETION-CANDIDATES}; auto is a GPU where one can be used, and says why where not. By default "
                    + "${DEFAULT-VALUE}.")
    private DeviceChoice device;

    /** @param memory that all of it may take; null for what the environment says */
    Computing computing(final MemoryLimit memory) {
        return new Computing(executor, device, memory);
    }

    /** @param progress told when the CPU has to do it, and why */
    ExecutorLoader loader(final Progress progress) {
        return loader(null, progress);
    }

    /** @param memory that all of it may take; null for what the environment says */
    ExecutorLoader loader(final MemoryLimit memory, final Progress progress) {
        return computing(memory).loader(sentence -> progress.begin(sentence, 0, 0));
    }
}
