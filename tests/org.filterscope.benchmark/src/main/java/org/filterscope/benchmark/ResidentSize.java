package org.filterscope.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process holds and has held at most, as the system tells. */
final class ResidentSize {
    private static final Path STATUS = Path.of("/proc/self/status");

    private ResidentSize() {
    }

    /** For a person; says so where the system does not tell. */
    static String highest() {
        return line("VmHWM:");
    }

    /** The same of this moment. */
    static String now() {
        return line("VmRSS:");
    }

    private static String line(final String name) {
        try {
            return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length()).strip())
                    .findFirst().orElse("not told by this system");
        } catch (final IOException e) {
            return "not told by this system";
        }
    }
}
