package org.filterscope.ide.worker;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;

/** Where the worker unpacks its native libraries, once for all workspaces of a user. */
public final class NativesCache {

    private NativesCache() {
    }

    /** The directory; it need not exist. */
    public static Path directory() {
        return caches().resolve("filterscope").resolve("natives");
    }

    private static Path caches() {
        final Path home = Path.of(System.getProperty("user.home"));
        return switch (Platform.getOS()) {
            case Platform.OS_WIN32 -> environment("LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"));
            case Platform.OS_MACOSX -> home.resolve("Library").resolve("Caches");
            default -> environment("XDG_CACHE_HOME").orElse(home.resolve(".cache"));
        };
    }

    private static Optional<Path> environment(final String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).map(Path::of);
    }
}
