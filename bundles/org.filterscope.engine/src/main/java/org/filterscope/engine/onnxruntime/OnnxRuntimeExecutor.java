package org.filterscope.engine.onnxruntime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.device.CudaFinding.Usable;
import org.filterscope.engine.device.PreloadedLibraries;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.RootCause;
import org.filterscope.engine.execution.Trial;
import org.filterscope.engine.graph.NetworkGraph;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

/** Runs networks on ONNX Runtime. */
public final class OnnxRuntimeExecutor implements Executor {
    /** The system property by which ONNX Runtime finds its native libraries; it reads it once, when it is first used. */
    private static final String NATIVES = "onnxruntime.native.path";

    private static final List<String> CUDA_LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared",
            "onnxruntime_providers_cuda");

    private final OrtEnvironment environment;
    private final SessionSettings settings;
    private final String device;

    /**
     * Loads the native libraries: from the directory that the system property {@code onnxruntime.native.path} names, else from the class path.
     *
     * @param threads that share the work of one operator
     * @throws InvalidInputException when there are none for this machine, or they cannot be loaded
     */
    public static OnnxRuntimeExecutor load(final int threads) throws InvalidInputException {
        return new OnnxRuntimeExecutor(environment(), new SessionSettings(threads, OptionalInt.empty()), CPU);
    }

    /** Whether a directory has the libraries that {@link #loadCuda} wants. */
    public static boolean hasCuda(final Path directory) {
        return CUDA_LIBRARIES.stream().allMatch(name -> Files.isRegularFile(directory.resolve(System.mapLibraryName(name))));
    }

    /**
     * The same for a GPU, with the libraries of ONNX Runtime that can use one. They compute on the CPU, too: what is loaded later in this process
     * gets the same ones. A process that has loaded others before cannot change.
     *
     * @param directory with ONNX Runtime's libraries, among them its CUDA provider
     * @param found     the GPU and the libraries of NVIDIA
     * @throws InvalidInputException when one of them cannot be loaded, or does not compute
     */
    public static OnnxRuntimeExecutor loadCuda(final int threads, final Path directory, final Usable found) throws InvalidInputException {
        // First, so that those of the CPU can still be loaded where NVIDIA's fail.
        PreloadedLibraries.load(found.libraries());
        System.setProperty(NATIVES, directory.toAbsolutePath().toString());
        final OrtEnvironment environment = environment();
        final OnnxRuntimeExecutor executor = new OnnxRuntimeExecutor(environment, new SessionSettings(threads, OptionalInt.of(found.number())),
                "cuda: " + found.gpu().name());
        Trial.run(executor);
        return executor;
    }

    private static OrtEnvironment environment() throws InvalidInputException {
        try {
            final OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "filterscope");
            environment.setTelemetry(false);
            return environment;
        } catch (final LinkageError | RuntimeException | OrtException e) {
            throw new InvalidInputException("ONNX Runtime cannot be loaded on %s %s: %s".formatted(System.getProperty("os.name"),
                    System.getProperty("os.arch"), RootCause.of(e)), e);
        }
    }

    private OnnxRuntimeExecutor(final OrtEnvironment environment, final SessionSettings settings, final String device) {
        this.environment = environment;
        this.settings = settings;
        this.device = device;
    }

    @Override
    public String name() {
        return "onnxruntime";
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public Map<String, String> software() {
        return Map.of("onnxruntime", environment.getVersion());
    }

    @Override
    public NetworkSession open(final NetworkGraph graph) {
        return new OnnxRuntimeSession(environment, settings, graph);
    }
}
