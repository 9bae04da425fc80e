package org.filterscope.worker;

import java.util.Arrays;
import java.util.Locale;

import org.filterscope.analysis.batch.DividedExecutor;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;

/** What is to compute. */
enum ExecutorChoice implements ExecutorLoader {
    /** The faster one that this machine has. */
    AUTO,
    /** ND4J's operations. */
    ND4J,
    /** ONNX Runtime. */
    ONNXRUNTIME;

    private static final String MEMORY = "FILTERSCOPE_MEMORY";

    /**
     * @param name as on the command line; {@code null} for {@link #AUTO}
     * @throws InvalidInputException when there is no such executor
     */
    static ExecutorChoice of(final String name) throws InvalidInputException {
        if (name == null) {
            return AUTO;
        }
        return Arrays.stream(values()).filter(choice -> choice.toString().equals(name)).findFirst().orElseThrow(
                () -> new InvalidInputException("there is no executor '%s'; accepted: %s".formatted(name,
                        String.join(", ", Arrays.stream(values()).map(ExecutorChoice::toString).toList()))));
    }

    /** Within the memory that the environment allows. */
    @Override
    public Executor load() throws InvalidInputException {
        return within(memory()).load();
    }

    /** As {@code FILTERSCOPE_MEMORY} in the environment says; else as the machine has it. */
    @Override
    public MemoryLimit memory() throws InvalidInputException {
        final String text = System.getenv().getOrDefault(MEMORY, "");
        return text.isEmpty() ? MemoryLimit.ofMachine() : MemoryLimit.parse(MEMORY, text);
    }

    /** The same within other memory. */
    ExecutorLoader within(final MemoryLimit memory) {
        return new ExecutorLoader() {
            @Override
            public Executor load() throws InvalidInputException {
                return new DividedExecutor(unlimited(), memory);
            }

            @Override
            public MemoryLimit memory() {
                return memory;
            }
        };
    }

    private Executor unlimited() throws InvalidInputException {
        return switch (this) {
            case ND4J -> Engine.nd4j();
            case ONNXRUNTIME -> OnnxRuntimeExecutor.load(Engine.threads());
            case AUTO -> fastest();
        };
    }

    /** ONNX Runtime has no native libraries for macOS on Intel processors, nor for systems older than it supports. */
    private static Executor fastest() throws InvalidInputException {
        try {
            return ONNXRUNTIME.unlimited();
        } catch (final InvalidInputException e) {
            return ND4J.unlimited();
        }
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
