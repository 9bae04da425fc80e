package org.filterscope.engine.onnxruntime;

import java.util.OptionalInt;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/**
 * How ONNX Runtime is to work.
 *
 * @param threads that share the work of one operator
 * @param gpu     CUDA's number of the GPU to compute on; without one, the CPU
 */
record SessionSettings(int threads, OptionalInt gpu) {

    /**
     * The memory of results is kept within a run and, where {@link #givingBack} is not asked for, from run to run: without, every result is new memory
     * that the system has to fill with zeros first, a third of the time of a batch.
     */
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
            options.setCPUArenaAllocator(true);
            options.setMemoryPatternOptimization(false);
            if (gpu.isPresent()) {
                addCuda(options, gpu.getAsInt());
            }
            return options;
        } catch (final OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }

    /** For a run after which the graph does not keep what its largest batch took. */
    static RunOptions givingBack() throws OrtException {
        final RunOptions options = new RunOptions();
        try {
            options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
            return options;
        } catch (final OrtException | RuntimeException e) {
            options.close();
            throw e;
        }
    }

    /** What CUDA cannot do, the CPU does: ONNX Runtime always adds it behind. */
    private static void addCuda(final SessionOptions options, final int number) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(number)) {
            // Every graph has an arena of its own; it must not double what it takes each time.
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            // Trying all algorithms for each new shape takes longer than most of our runs.
            cuda.add("cudnn_conv_algo_search", "HEURISTIC");
            cuda.add("do_copy_in_default_stream", "1");
            // Products rounded to ten bits would not compare with the CPU's.
            cuda.add("use_tf32", "0");
            options.addCUDA(cuda);
        }
    }
}
