package org.filterscope.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.filterscope.core.protocol.CudaFolders;
import org.filterscope.core.protocol.WorkerCommand;

/** The worker as users get it: the runtime bundle's jars in a process of its own. */
final class WorkerProcess {
    private static final Path ROOT = Path.of(System.getProperty("filterscope.root"));

    /** How a process ended and what it said. */
    record Ended(int code, String out, String error) {
    }

    private WorkerProcess() {
    }

    static ProcessBuilder builder(final int heapMegabytes, final String... arguments) throws IOException {
        return builder(heapMegabytes, CudaFolders.NONE, arguments);
    }

    /** @param folder with libraries of ONNX Runtime for GPUs */
    static ProcessBuilder withCuda(final Path folder, final String... arguments) throws IOException {
        return builder(512, new CudaFolders(Optional.of(folder), Optional.empty()), arguments);
    }

    private static ProcessBuilder builder(final int heapMegabytes, final CudaFolders cuda, final String... arguments) throws IOException {
        final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        final Path natives = ROOT.resolve("bundles/org.filterscope.runtime." + platform());
        return new WorkerCommand(java, Runtime.version().feature(), ROOT.resolve("bundles/org.filterscope.runtime"), natives,
                ROOT.resolve("target/natives"), heapMegabytes, 1, cuda).build(arguments);
    }

    static Ended run(final String... arguments) throws Exception {
        return end(builder(512, arguments));
    }

    static Ended end(final ProcessBuilder builder) throws Exception {
        final Path out = Files.createTempFile("worker", ".out");
        final Path error = Files.createTempFile("worker", ".err");
        final Process process = builder.redirectOutput(out.toFile()).redirectError(error.toFile()).start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the worker did not end within two minutes");
            }
            return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(error, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(error);
        }
    }

    private static String platform() {
        final String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        final String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        return (os.contains("win") ? "win32" : os.contains("mac") ? "macosx" : "linux") + "." + arch;
    }
}
