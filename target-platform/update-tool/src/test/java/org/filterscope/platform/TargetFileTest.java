package org.filterscope.platform;

import static org.filterscope.platform.Shelf.artifact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrites() throws IOException {
        final TargetFile file = new TargetFile(folder.resolve("eclipse-1.0.target"));
        final Map<Coordinates, String> before = file.versions();
        file.write(List.of(
                new Location("platform", List.of(new Pin(artifact("a"), "1.2")), List.of()),
                new Location("wrapped", List.of(new Pin(artifact("b"), "3")), List.of("Bundle-SymbolicName: org.${mvnArtifactId}")),
                new Location("unused", List.of(), List.of("Bundle-Version: 1"))));

        assertEquals(Map.of(artifact("a"), "1.2", artifact("b"), "3"), file.versions());
        final String text = Files.readString(file.path());
        assertTrue(text.contains("<target name=\"eclipse-1.0\">"), text);
        assertTrue(text.contains("Bundle-SymbolicName: org.${mvnArtifactId}\n]]>"), text);
        assertEquals(List.of("added test:a 1.2", "added test:b 3", "2 artifacts: 0 changed, 2 added, 0 removed."),
                new Changes(before, file.versions()).lines());
    }

    @Test
    void tellsWhatChanged() {
        final Changes changes = new Changes(Map.of(artifact("a"), "1", artifact("b"), "1"), Map.of(artifact("a"), "2", artifact("c"), "1"));
        assertEquals(List.of("test:a 1 → 2", "added test:c 1", "removed test:b 1", "2 artifacts: 1 changed, 1 added, 1 removed."),
                changes.lines());
    }
}
