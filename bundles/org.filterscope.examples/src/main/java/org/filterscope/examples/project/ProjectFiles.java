package org.filterscope.examples.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The project's small files, as they lie beside this class.
 *
 * @param folder where they go
 * @param name   of the project
 */
record ProjectFiles(Path folder, String name) {
    private static final List<String> FILES = List.of("README.md", "flawed.filterscope", "sound.filterscope", "pom.xml",
            "src/smallnets/Pictures.java", "src/smallnets/TinyNet.java", "src/smallnets/Train.java", "src/smallnets/Training.java",
            "src/smallnets/package-info.java", "src/org/nd4j/nativeblas/Nd4jCpu.java", "src/org/nd4j/nativeblas/package-info.java");
    /** Kept here without the dot that they have in a project. */
    private static final List<String> SETTINGS = List.of("classpath", "settings/org.eclipse.core.resources.prefs",
            "settings/org.eclipse.jdt.core.prefs");

    private static final String NAME = "@name@";

    void write() throws IOException {
        for (final String file : FILES) {
            copy(file, file);
        }
        for (final String file : SETTINGS) {
            copy("eclipse/" + file, "." + file);
        }
        copyNamed("eclipse/project", ".project");
        copyNamed("train.launch", "train.launch");
    }

    private void copy(final String resource, final String file) throws IOException {
        write(file, read(resource));
    }

    /** An XML file that says the project's name somewhere. */
    private void copyNamed(final String resource, final String file) throws IOException {
        final String text = new String(read(resource), StandardCharsets.UTF_8);
        write(file, text.replace(NAME, escaped()).getBytes(StandardCharsets.UTF_8));
    }

    private String escaped() {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private void write(final String file, final byte[] content) throws IOException {
        final Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }

    private static byte[] read(final String resource) throws IOException {
        try (InputStream stream = ProjectFiles.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException("the example's file '%s' is missing".formatted(resource));
            }
            return stream.readAllBytes();
        }
    }
}
