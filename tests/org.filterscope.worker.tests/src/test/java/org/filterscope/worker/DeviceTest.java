package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.core.report.Report;
import org.filterscope.testkit.ColourProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code --device} on a machine without a GPU, and on one whose driver says it has one: a script stands for the driver's program. */
@EnabledOnOs(OS.LINUX)
class DeviceTest {
    private static final String NO_DRIVER = "no NVIDIA driver was found (there is no program nvidia-smi)";

    @TempDir
    Path folder;
    private Path configuration;
    private Path programs;

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, 6);
        programs = Files.createDirectory(folder.resolve("programs"));
    }

    @Test
    void unlessAnythingIsSaidTheCpuComputesAndNothingIsLookedFor() throws Exception {
        final Ended ended = run("run", configuration.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.error()).doesNotContain("GPU", "NVIDIA", "Computing on");
        assertThat(device()).isEqualTo("cpu");
    }

    @Test
    void cudaThatCannotBeUsedEndsTheRunWithOneSentence() throws Exception {
        for (final String executor : List.of("auto", "onnxruntime", "nd4j")) {
            final Ended ended = run("run", configuration.toString(), "--device", "cuda", "--executor", executor);
            assertThat(ended.code()).isEqualTo(2);
            assertThat(ended.error().lines().filter(line -> line.startsWith("filterscope: "))).singleElement()
                    .isEqualTo("filterscope: the GPU cannot be used: " + NO_DRIVER);
            assertThat(ended.error()).doesNotContain("\tat ");
            assertThat(folder.resolve("report")).doesNotExist();
        }
    }

    @Test
    void autoSaysOnceWhyItDoesWithoutAndRuns() throws Exception {
        final Ended ended = run("run", configuration.toString(), "--device", "auto");
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.error().lines().filter(line -> line.contains(NO_DRIVER))).singleElement().asString().startsWith("Computing on the CPU: ");
        assertThat(device()).isEqualTo("cpu");
    }

    @Test
    void aDeviceThatDoesNotExistIsRefusedWithThoseThatDo() throws Exception {
        final Ended ended = run("run", configuration.toString(), "--device", "tpu");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("tpu", "accepted: cpu, auto, cuda");
    }

    @Test
    void everyCommandThatRunsNetworksHasTheOption() throws Exception {
        for (final String command : List.of("run", "check", "patterns", "fix", "trace", "heat", "serve")) {
            assertThat(run(command, "--help").out()).as(command).contains("--executor", "--device", "cpu, auto, cuda");
        }
    }

    @Test
    void devicesSaysWhatIsThereAndWhatIsMissing() throws Exception {
        assertThat(run("devices").out().strip()).isEqualTo("No GPU can be used: " + NO_DRIVER + ".");
        pretend("NVIDIA H100 80GB HBM3, 9.0, 550.54.15, 81559, GPU-1");
        final Ended ended = run("devices");
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out().strip()).isEqualTo("No GPU can be used: NVIDIA H100 80GB HBM3 could be used, but the feature 'Filterscope CUDA' is "
                + "not installed; the documentation's page Devices says how to get it.");
        assertThat(run("devices", "--executor", "nd4j").out())
                .startsWith("No GPU can be used: NVIDIA H100 80GB HBM3 has compute capability 9.0, and ND4J");
    }

    /** The check believes the script; what it found are no libraries, and that has to be a sentence, too. */
    @Test
    void librariesThatPassTheCheckAndCannotBeLoadedAreOneSentenceAndAutoRunsOnTheCpu() throws Exception {
        pretend("NVIDIA H100 80GB HBM3, 9.0, 550.54.15, 81559, GPU-1");
        final Path provider = Files.createDirectory(folder.resolve("provider"));
        for (final String name : List.of("onnxruntime", "onnxruntime4j_jni", "onnxruntime_providers_shared", "onnxruntime_providers_cuda")) {
            Files.createFile(provider.resolve("lib" + name + ".so"));
        }
        final Path nvidia = Files.createDirectory(folder.resolve("nvidia"));
        for (final String file : List.of("libcudart.so.12", "libcublasLt.so.12", "libcublas.so.12", "libcurand.so.10", "libcudnn.so.9")) {
            Files.writeString(nvidia.resolve(file), "no library");
        }
        final Ended asked = end(builder(provider, "devices"), nvidia);
        assertThat(asked.out().strip()).isEqualTo(
                "NVIDIA H100 80GB HBM3 (compute capability 9.0, 81559 MiB, driver 550.54.15) can be used by ONNX Runtime.");
        final Ended demanded = end(builder(provider, "run", configuration.toString(), "--device", "cuda"), nvidia);
        assertThat(demanded.code()).as(demanded.error()).isEqualTo(2);
        assertThat(demanded.error()).contains("filterscope: the GPU cannot be used: ").doesNotContain("\tat ");
        final Ended welcome = end(builder(provider, "run", configuration.toString(), "--device", "auto"), nvidia);
        assertThat(welcome.code()).as(welcome.error()).isZero();
        assertThat(welcome.error()).contains("Computing on the CPU: " + nvidia.resolve("libcudart.so.12") + " cannot be loaded: ");
        assertThat(Report.open(folder.resolve("report")).manifest().executor()).isEqualTo("onnxruntime");
        assertThat(device()).isEqualTo("cpu");
    }

    private String device() throws Exception {
        return Report.open(folder.resolve("report")).manifest().device();
    }

    /** A driver that knows one GPU. */
    private void pretend(final String gpu) throws Exception {
        final Path program = Files.writeString(programs.resolve("nvidia-smi"), "#!/bin/sh\necho '%s'\n".formatted(gpu));
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(final String... arguments) throws Exception {
        return end(WorkerProcess.builder(512, arguments), folder.resolve("none"));
    }

    private static ProcessBuilder builder(final Path provider, final String... arguments) throws Exception {
        return WorkerProcess.withCuda(provider, arguments);
    }

    /** Without the GPU that the machine may have. */
    private Ended end(final ProcessBuilder builder, final Path libraries) throws Exception {
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
        builder.environment().remove("CUDA_VISIBLE_DEVICES");
        return WorkerProcess.end(builder);
    }
}
