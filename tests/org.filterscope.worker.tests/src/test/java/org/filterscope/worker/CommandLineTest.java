package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.filterscope.core.report.Report;
import org.filterscope.testkit.ColourProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user of the command line gets: results, one clear line for every mistake, and the promised exit codes. */
class CommandLineTest {
    @TempDir
    Path folder;
    private Path configuration;

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, 6);
    }

    @Test
    void aRunWritesTheReportAndSaysWhere() throws Exception {
        final Ended ended = WorkerProcess.run("run", configuration.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains("3 filters of 1 layer over 12 pictures").contains(folder.resolve("report").toString());
        assertThat(ended.error()).contains("Showing pictures to the network (12)");
        final Report report = Report.open(folder.resolve("report"));
        assertThat(report.manifest().software()).containsKeys("nd4j", "java");
        assertThat(report.filters("colour")).hasSize(3);
    }

    @Test
    void theReportCanGoElsewhere() throws Exception {
        final Path elsewhere = folder.resolve("my reports/first");
        assertThat(WorkerProcess.run("run", configuration.toString(), "--out", elsewhere.toString()).code()).isZero();
        assertThat(Report.isReport(elsewhere)).isTrue();
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void helpVersionAndUsageErrors() throws Exception {
        assertThat(WorkerProcess.run("--version").out()).startsWith("filterscope 0.1.0");
        assertThat(WorkerProcess.run("--help").out()).contains("run", "inspect", "Exit codes");
        assertThat(WorkerProcess.run("dance").code()).isEqualTo(2);
        assertThat(WorkerProcess.run("run").code()).isEqualTo(2);
        assertThat(WorkerProcess.run().code()).isEqualTo(2);
    }

    @Test
    void inspectListsTheLayers() throws Exception {
        final Ended ended = WorkerProcess.run("inspect", folder.resolve("model.h5").toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Keras HDF5, input 3 × 16 × 16, output 2 × 1 × 1").containsPattern("colour +relu +3 +16 +16 +1 +1 +0\\R")
                .containsPattern("mean +global average pooling +3 +1 +1 +16 +16 +7.5")
                .containsPattern("colour/linear +convolution .* 1 × 1");
    }

    @Test
    void everyBadInputGetsOneLineAndLeavesNothing() throws Exception {
        final byte[] model = Files.readAllBytes(folder.resolve("model.h5"));
        final String text = Files.readString(configuration);

        Files.write(folder.resolve("model.h5"), Arrays.copyOf(model, model.length / 2));
        assertRefused("model.h5: the HDF5 file is truncated");
        Files.write(folder.resolve("model.h5"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});
        assertRefused("model.h5: the zip is truncated or damaged");
        Files.write(folder.resolve("model.h5"), model);

        Files.writeString(configuration, text.replace("folder: pictures", "folder: photos"));
        assertRefused("colours.filterscope:4: 'folder' names");
        Files.createDirectory(folder.resolve("photos"));
        assertRefused("photos: there are no pictures");
        Files.writeString(configuration, text + "colour: red\n");
        assertRefused("colours.filterscope:8: unknown key 'colour'");
        Files.writeString(configuration, text);

        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("pictures/dot.png").toFile());
        assertRefused("dot.png: the picture has 1 × 1 pixels");
        Files.delete(folder.resolve("pictures/dot.png"));
        Files.writeString(folder.resolve("pictures/text.jpg"), "not a picture");
        assertRefused("text.jpg: is not a picture");
        Files.delete(folder.resolve("pictures/text.jpg"));

        Files.writeString(folder.resolve("report"), "a file where the report should go");
        assertRefusedAndUnchanged("report: is a file");
    }

    @Test
    void aPictureTooLargeForTheMemoryEndsWithItsOwnCode() throws Exception {
        ImageIO.write(new BufferedImage(9000, 9000, BufferedImage.TYPE_BYTE_BINARY), "png", folder.resolve("pictures/huge.png").toFile());
        final Ended ended = WorkerProcess.end(WorkerProcess.builder(64, "run", configuration.toString()));
        assertThat(ended.code()).as(ended.error()).isEqualTo(4);
        assertThat(ended.error()).contains("filterscope: out of memory");
        assertThat(siblings()).doesNotContain("report").noneMatch(name -> name.startsWith("."));
    }

    /** A build that runs in the background ignores Ctrl+C and its children inherit that, so the signal is given its meaning back first. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void interruptingARunEndsItWithoutATrace() throws Exception {
        ColourProject.write(folder, 3000);
        final ProcessBuilder builder = WorkerProcess.builder(512, "run", configuration.toString()).redirectErrorStream(true);
        builder.command().addAll(0, List.of("env", "--default-signal=INT"));
        final Process process = builder.start();
        try (var lines = process.inputReader()) {
            final boolean running = lines.lines().anyMatch(line -> line.startsWith("Showing pictures"));
            assertThat(running).isTrue();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
        assertThat(siblings()).doesNotContain("report").noneMatch(name -> name.startsWith("."));
    }

    private void assertRefused(final String reason) throws Exception {
        assertRefusedAndUnchanged(reason);
        assertThat(siblings()).doesNotContain("report");
    }

    private void assertRefusedAndUnchanged(final String reason) throws Exception {
        final List<String> before = siblings();
        final Ended ended = WorkerProcess.run("run", configuration.toString());
        assertThat(ended.code()).as(ended.error()).isEqualTo(2);
        assertThat(ended.error().lines().filter(line -> line.startsWith("filterscope: "))).singleElement().asString().contains(reason);
        assertThat(ended.error()).doesNotContain("Exception", "\tat ");
        assertThat(siblings()).isEqualTo(before);
    }

    private List<String> siblings() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
