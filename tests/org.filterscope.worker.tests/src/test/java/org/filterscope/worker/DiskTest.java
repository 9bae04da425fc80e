package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.testkit.ColourProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full or may not be written, made of a small memory disk; only root may mount one. */
class DiskTest {
    @TempDir
    Path folder;

    @AfterEach
    void unmount() throws Exception {
        call("umount", folder.resolve("disk").toString());
    }

    @Test
    void aFullDiskIsToldAndNothingHalfWrittenStays() throws Exception {
        mount("size=64k");
        final Path configuration = ColourProject.write(folder.resolve("project"), 400);
        final Ended ended = WorkerProcess.run("run", configuration.toString(), "--out", folder.resolve("disk/report").toString());
        assertThat(ended.code()).as(ended.error()).isEqualTo(2);
        assertThat(lines(ended)).singleElement().asString().contains("disk/report: the disk is full");
        try (Stream<Path> left = Files.list(folder.resolve("disk"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDiskThatMayNotBeWrittenIsToldBeforeTheWorkBegins() throws Exception {
        mount("size=1m,ro");
        final Path configuration = ColourProject.write(folder.resolve("project"), 2);
        final Ended ended = WorkerProcess.run("run", configuration.toString(), "--out", folder.resolve("disk/report").toString());
        assertThat(ended.code()).as(ended.error()).isEqualTo(2);
        assertThat(lines(ended)).singleElement().asString().contains("disk/report: no permission to write there");
        assertThat(ended.error()).doesNotContain("Showing pictures");
    }

    private void mount(final String options) throws Exception {
        final Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(call("mount", "-t", "tmpfs", "-o", options, "filterscope-test", disk.toString()) == 0,
                "skipped: mounting a memory disk needs root");
    }

    private static int call(final String... command) throws Exception {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (final IOException e) {
            return 127;
        }
    }

    private static List<String> lines(final Ended ended) {
        return ended.error().lines().filter(line -> line.startsWith("filterscope: ")).toList();
    }
}
