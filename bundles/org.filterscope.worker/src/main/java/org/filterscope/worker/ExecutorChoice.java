package org.filterscope.worker;

import java.util.Arrays;
import java.util.Locale;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;

/** What is to compute. */
enum ExecutorChoice {
    /** The faster one that this machine has. */
    AUTO,
    /** ND4J's operations. */
    ND4J,
    /** ONNX Runtime. */
    ONNXRUNTIME;

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

    /** @throws InvalidInputException when it cannot be used on this machine */
    Executor load() throws InvalidInputException {
        return switch (this) {
            case ND4J -> Engine.nd4j();
            case ONNXRUNTIME -> OnnxRuntimeExecutor.load(Engine.threads());
            case AUTO -> fastest();
        };
    }

    /** ONNX Runtime has no native libraries for macOS on Intel processors, nor for systems older than it supports. */
    private static Executor fastest() throws InvalidInputException {
        try {
            return ONNXRUNTIME.load();
        } catch (final InvalidInputException e) {
            return ND4J.load();
        }
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
