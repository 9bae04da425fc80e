package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.testkit.StackProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime, as it is published, tells its makers of its use and numbers the machine for that in a file below the home folder. */
class TelemetryTest {
    @TempDir
    Path folder;

    @Test
    void noLibraryLeavesANumberOfTheMachineInTheHomeFolder() throws Exception {
        final Path home = Files.createDirectory(folder.resolve("home"));
        final Path configuration = new StackProject(64, 8, 3, 3, 4, List.of("filters")).write(folder);
        final ProcessBuilder builder = WorkerProcess.builder(256, "run", configuration.toString(), "--executor", "onnxruntime");
        builder.environment().put("HOME", home.toString());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("XDG_"));
        final WorkerProcess.Ended ended = WorkerProcess.end(builder);
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(home).isEmptyDirectory();
    }
}
