package org.filterscope.core.protocol;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a worker process is started: the one place in Java that knows. Flags and environment lie as files in the runtime
 * ({@code jvm.args}, {@code jvm-23.args}, {@code environment}), where the shell scripts read them too.
 *
 * @param java      the Java executable
 * @param feature   its feature version, for example 21
 * @param runtime   the runtime's directory, with {@code lib/*.jar}, classes in {@code lib/onnxruntime} and the flags
 * @param natives   directory of the platform's natives, with {@code lib/*.jar} and, if there are any, libraries in {@code lib/onnxruntime}
 * @param cache     where natives are unpacked, once
 * @param heap      megabytes of Java heap
 * @param threads   native threads
 * @param cuda      what is installed to compute on GPUs
 */
public record WorkerCommand(Path java, int feature, Path runtime, Path natives, Path cache, int heap, int threads, CudaFolders cuda) {
    private static final String ONNX_RUNTIME = "onnxruntime";
    static final String MAIN = "org.filterscope.worker.Main";

    /** A process builder with everything set but its streams. */
    public ProcessBuilder build(final String... arguments) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("@" + runtime.resolve("jvm.args"));
        if (feature >= 23) {
            command.add("@" + runtime.resolve("jvm-23.args"));
        }
        command.add("-Xmx" + heap + "m");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + cache);
        command.add("-Donnxruntime.native.path=" + natives.resolve("lib").resolve(ONNX_RUNTIME));
        // Which libraries are loaded, the worker decides, when it has looked at the GPU.
        cuda.onnxRuntime().ifPresent(folder -> command.add("-Dfilterscope.cuda=" + folder));
        command.add("-cp");
        final List<String> classes = new ArrayList<>(List.of(runtime.resolve("lib") + File.separator + "*",
                runtime.resolve("lib").resolve(ONNX_RUNTIME).toString(), natives.resolve("lib") + File.separator + "*"));
        cuda.nd4j().ifPresent(folder -> classes.add(folder + File.separator + "*"));
        command.add(String.join(File.pathSeparator, classes));
        command.add(MAIN);
        command.addAll(List.of(arguments));
        final ProcessBuilder builder = new ProcessBuilder(command);
        try (Stream<String> lines = Files.lines(runtime.resolve("environment"))) {
            lines.filter(line -> line.contains("=")).map(line -> line.split("=", 2))
                    .forEach(entry -> builder.environment().put(entry[0], entry[1]));
        }
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        return builder;
    }
}
