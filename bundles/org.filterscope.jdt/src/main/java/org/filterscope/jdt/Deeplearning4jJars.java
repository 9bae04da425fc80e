package org.filterscope.jdt;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.ide.worker.InstalledRuntime;

/** The jars with which programs that use Deeplearning4j compile and run: those that the runtime lists, and the platform's native libraries. */
record Deeplearning4jJars(InstalledRuntime runtime) {
    private static final String LIST = "deeplearning4j.jars";

    /** @throws IOException when one is missing; the message names it */
    List<Path> find() throws IOException {
        final List<Path> carried = jars(runtime.directory().resolve("lib"));
        final List<Path> found = new ArrayList<>();
        for (final String name : Files.readAllLines(runtime.directory().resolve(LIST))) {
            // What follows the name is the version, and nothing of ours begins with a digit otherwise.
            final PathMatcher version = FileSystems.getDefault().getPathMatcher("glob:" + name + "-[0-9]*.jar");
            found.add(carried.stream().filter(jar -> version.matches(jar.getFileName())).findFirst()
                    .orElseThrow(() -> new IOException("%s: there is no jar of '%s'".formatted(runtime.directory(), name))));
        }
        found.addAll(jars(runtime.natives().resolve("lib")));
        return found;
    }

    private static List<Path> jars(final Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
