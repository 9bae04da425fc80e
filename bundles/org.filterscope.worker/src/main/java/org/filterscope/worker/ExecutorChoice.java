package org.filterscope.worker;

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
