package org.filterscope.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process has held at most, as the system tells. */
final class ResidentSize {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentSize() {
    }

    /** For a person; says so where the system does not tell. */
    static String highest() {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:")).map(line -> line.substring(6).strip()).findFirst()
                    .orElse("not told by this system");
        } catch (final IOException e) {
            return "not told by this system";
        }
    }
}
