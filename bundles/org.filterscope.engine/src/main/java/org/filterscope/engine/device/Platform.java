package org.filterscope.engine.device;

import java.util.Locale;
import java.util.Optional;

/** Where there is CUDA. */
enum Platform {
    LINUX, WINDOWS;

    /**
     * @param system       as Java names it in {@code os.name}
     * @param architecture as Java names it in {@code os.arch}
     * @return empty where we have no CUDA
     */
    static Optional<Platform> of(final String system, final String architecture) {
        if (!architecture.equals("amd64") && !architecture.equals("x86_64")) {
            return Optional.empty();
        }
        final String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? Optional.of(WINDOWS) : name.startsWith("linux") ? Optional.of(LINUX) : Optional.empty();
    }
}
