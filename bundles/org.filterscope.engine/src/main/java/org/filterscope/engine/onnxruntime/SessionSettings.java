package org.filterscope.engine.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/**
 * How ONNX Runtime is to work.
 *
 * @param threads that share the work of one operator
 */
record SessionSettings(int threads) {

    SessionOptions options() throws OrtException {
        final SessionOptions options = new SessionOptions();
        try {
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setDeterministicCompute(true);
            // Threads that wait must not burn the cores of a busy machine.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            // The arena never gives back what the largest batch took, and every session would have its own.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return options;
        } catch (final OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }
}
