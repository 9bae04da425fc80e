package org.filterscope.engine.device;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The machine that is looked at.
 *
 * @param system       as Java names it in {@code os.name}
 * @param architecture as Java names it in {@code os.arch}
 * @param environment  the process's variables
 * @param commands     its programs
 * @param roots        folders below which libraries are looked for in the places that installers use; one, {@code /}, but in tests
 */
public record Host(String system, String architecture, Map<String, String> environment, Commands commands, List<Path> roots) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** The one that this process runs on. */
    public static Host present() {
        return new Host(System.getProperty("os.name"), System.getProperty("os.arch"), System.getenv(), new SystemCommands(LIMIT),
                List.of(Path.of("/")));
    }
}
