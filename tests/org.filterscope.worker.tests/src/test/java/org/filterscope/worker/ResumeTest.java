package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.filterscope.testkit.ColourProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed without warning and resumed. */
class ResumeTest {
    private static final int PER_CLASS = 1500;

    @TempDir
    Path folder;

    @Test
    void aKilledRunGoesOnAndGivesTheSameBytesAsOneThatWasNotKilled() throws Exception {
        final Path configuration = ColourProject.write(folder, PER_CLASS);
        assertThat(WorkerProcess.run("run", configuration.toString()).code()).isZero();
        final Map<String, String> uninterrupted = content(folder.resolve("report"));
        final Path stored = folder.resolve(".report.work/pictures-0/digests");
        final Process process = WorkerProcess.builder(512, "run", configuration.toString()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        while (process.isAlive() && (!Files.exists(stored) || Files.size(stored) == 0)) {
            Thread.sleep(1);
        }
        assertThat(process.isAlive()).as("killed before it was over").isTrue();
        // SIGKILL where there is one.
        assertThat(process.destroyForcibly().waitFor(20, TimeUnit.SECONDS)).isTrue();
        final Ended resumed = WorkerProcess.run("run", configuration.toString(), "--resume");
        assertThat(resumed.code()).as(resumed.error()).isZero();
        assertThat(resumed.out()).containsPattern("resumed after [1-9][0-9]* pictures");
        assertThat(content(folder.resolve("report"))).isEqualTo(uninterrupted);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void withNothingToResumeItSaysSoAndRuns() throws Exception {
        final Path configuration = ColourProject.write(folder, 6);
        final Ended ended = WorkerProcess.run("run", configuration.toString(), "--resume");
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains("there was nothing to resume; it was run from the beginning");
    }

    private static Map<String, String> content(final Path directory) throws IOException {
        final Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                final String name = directory.relativize(file).toString();
                content.put(name, name.equals("manifest.json") ? Files.readString(file).replaceAll("(?s)\"times\": \\{.*?}", "")
                        : Integer.toHexString(Arrays.hashCode(Files.readAllBytes(file))));
            }
        }
        return content;
    }
}
