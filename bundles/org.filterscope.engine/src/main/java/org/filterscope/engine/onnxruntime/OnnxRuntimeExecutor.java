package org.filterscope.engine.onnxruntime;

import java.util.Map;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

/** Runs networks on ONNX Runtime. */
public final class OnnxRuntimeExecutor implements Executor {
    private final OrtEnvironment environment;
    private final int threads;

    /**
     * Loads the native libraries: from the directory that the system property {@code onnxruntime.native.path} names, else from the class path.
     *
     * @param threads that share the work of one operator
     * @throws InvalidInputException when there are none for this machine, or they cannot be loaded
     */
    public static OnnxRuntimeExecutor load(final int threads) throws InvalidInputException {
        try {
            final OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "filterscope");
            environment.setTelemetry(false);
            return new OnnxRuntimeExecutor(environment, threads);
        } catch (final LinkageError | RuntimeException | OrtException e) {
            throw new InvalidInputException("ONNX Runtime cannot be loaded on %s %s: %s".formatted(System.getProperty("os.name"),
                    System.getProperty("os.arch"), reason(e)), e);
        }
    }

    private OnnxRuntimeExecutor(final OrtEnvironment environment, final int threads) {
        this.environment = environment;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "onnxruntime";
    }

    @Override
    public Map<String, String> software() {
        return Map.of("onnxruntime", environment.getVersion());
    }

    @Override
    public NetworkSession open(final NetworkGraph graph) {
        return new OnnxRuntimeSession(environment, threads, graph);
    }

    /** A class that failed to initialise tells why only in its causes, and the second time not even there. */
    private static String reason(final Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
