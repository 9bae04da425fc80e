package org.filterscope.engine.nd4j;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

import org.bytedeco.javacpp.Loader;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.device.CudaFinding.Usable;
import org.filterscope.engine.device.PreloadedLibraries;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.RootCause;
import org.filterscope.engine.execution.Trial;
import org.filterscope.engine.graph.NetworkGraph;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/** Runs networks on ND4J operations. */
public final class Nd4jExecutor implements Executor {
    private static final String CPU_BACKEND = "org.nd4j.linalg.cpu.nativecpu.CpuBackend";
    private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";

    private final String device;

    /**
     * Loads the native libraries for the CPU, unpacking them the first time. Several processes may start at once: a lock in the unpacking directory
     * (system property {@code org.bytedeco.javacpp.cachedir}) lets one of them do it.
     *
     * @throws IOException when the directory cannot be written
     */
    public static Nd4jExecutor load() throws IOException {
        return load(CPU_BACKEND, CPU);
    }

    /** Whether the backend for GPUs is on the class path. */
    public static boolean hasCuda() {
        return Nd4jExecutor.class.getClassLoader().getResource(CUDA_BACKEND.replace('.', '/') + ".class") != null;
    }

    /**
     * The same for a GPU. ND4J keeps one backend as long as the process lasts.
     *
     * @param found the GPU and the libraries of NVIDIA
     * @throws IOException           when the directory cannot be written
     * @throws InvalidInputException when the backend cannot be loaded, or does not compute
     */
    public static Nd4jExecutor loadCuda(final Usable found) throws IOException, InvalidInputException {
        PreloadedLibraries.load(found.libraries());
        try {
            // Asked first: ND4J, which can be loaded once only, would keep the reason to itself.
            ServiceLoader.load(Nd4jBackend.class, new OneBackend(Nd4jExecutor.class.getClassLoader(), CUDA_BACKEND)).findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no " + CUDA_BACKEND)).canRun();
            final Nd4jExecutor executor = load(CUDA_BACKEND, "cuda: " + found.gpu().name());
            Trial.run(executor);
            return executor;
        } catch (final LinkageError | RuntimeException e) {
            throw new InvalidInputException("ND4J cannot be loaded for %s: %s".formatted(found.gpu().name(), RootCause.of(e)), e);
        }
    }

    private static Nd4jExecutor load(final String backend, final String device) throws IOException {
        final Path directory = Loader.getCacheDir().toPath();
        Files.createDirectories(directory);
        try (FileChannel channel = FileChannel.open(directory.resolve("unpacking.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            channel.lock();
            ND4JClassLoading.setNd4jClassloader(new OneBackend(Nd4jExecutor.class.getClassLoader(), backend));
            final String loaded = Nd4j.getBackend().getClass().getName();
            if (!loaded.equals(backend)) {
                throw new IllegalStateException("this process has loaded ND4J with %s, not with %s".formatted(loaded, backend));
            }
        }
        return new Nd4jExecutor(device);
    }

    private Nd4jExecutor(final String device) {
        this.device = device;
    }

    @Override
    public String name() {
        return "nd4j";
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public Map<String, String> software() {
        return new TreeMap<>(Map.of("nd4j", String.valueOf(Nd4j.class.getPackage().getImplementationVersion()), "backend",
                Nd4j.getBackend().getClass().getSimpleName()));
    }

    @Override
    public NetworkSession open(final NetworkGraph graph) {
        return new Nd4jSession(graph);
    }
}
