package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.ide.worker.WorkerResources;
import org.filterscope.ide.worker.WorkerRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerRuntimeTest {

    @Test
    void theWorkerIsStartedFromTheInstalledPlugInsOnTheJavaOfTheIde() throws Exception {
        final ProcessBuilder process = new WorkerRuntime().prepare(new WorkerResources(700, 3));
        final List<String> command = process.command();
        assertTrue(Files.isExecutable(Path.of(command.getFirst())), command.getFirst());
        assertEquals("serve", command.getLast());
        for (final String entry : command.get(command.indexOf("-cp") + 1).split(File.pathSeparator)) {
            // All jars of a folder, or a folder of classes.
            assertTrue(Files.isDirectory(Path.of(entry.replaceFirst("[/\\\\]\\*$", ""))), entry);
        }
        assertEquals("3", process.environment().get("OMP_NUM_THREADS"));
        assertTrue(command.contains("-Xmx700m"), command::toString);
    }
}
