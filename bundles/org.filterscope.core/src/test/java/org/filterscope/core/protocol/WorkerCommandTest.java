package org.filterscope.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {
    @TempDir
    Path runtime;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(runtime.resolve("environment"), "OMP_WAIT_POLICY=PASSIVE\n");
    }

    @Test
    void withoutWhatComputesOnGpusNothingIsSaidOfIt() throws Exception {
        final List<String> command = command(CudaFolders.NONE);
        assertThat(command).noneMatch(word -> word.contains("cuda"));
        assertThat(classPath(command)).hasSize(3);
    }

    @Test
    void whatComputesOnGpusIsToldToTheWorker() throws Exception {
        final Path libraries = Path.of("somewhere", "cuda", "lib", "onnxruntime");
        final Path jars = Path.of("somewhere", "nd4jcuda", "lib");
        final List<String> command = command(new CudaFolders(Optional.of(libraries), Optional.of(jars)));
        assertThat(command).contains("-Dfilterscope.cuda=" + libraries).endsWith("serve", "--device", "auto");
        assertThat(classPath(command)).hasSize(4).endsWith(jars + File.separator + "*");
    }

    /** ONNX Runtime 1.29 crashes where its process was started with more than 4 kB of arguments. */
    @Test
    void theCommandLineStaysShortEvenBelowLongFolders() throws Exception {
        final Path deep = Path.of("/home/somebody/" + "a-folder-with-a-name/".repeat(12));
        final CudaFolders cuda = new CudaFolders(Optional.of(deep.resolve("cuda/lib/onnxruntime")), Optional.of(deep.resolve("nd4jcuda/lib")));
        final List<String> command = new WorkerCommand(deep.resolve("bin/java"), 25, runtime, deep.resolve("natives"), deep.resolve("cache"), 1024, 2,
                cuda).build("serve").command();
        assertThat(String.join(" ", command)).hasSizeLessThan(4096);
    }

    private List<String> command(final CudaFolders cuda) throws Exception {
        return new WorkerCommand(Path.of("java"), 21, runtime, Path.of("natives"), Path.of("cache"), 1024, 2, cuda).build("serve", "--device", "auto")
                .command();
    }

    private static String[] classPath(final List<String> command) {
        return command.get(command.indexOf("-cp") + 1).split(File.pathSeparator);
    }
}
