package org.filterscope.core.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** Where the files of a report lie below its directory. */
public record ReportFiles(Path directory) {
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

    /** The names that may lie directly in a report's directory. */
    static final Set<String> TOP_LEVEL = Set.of("manifest.json", "layers.csv", "predictions.csv", "probabilities.npy", "filters", "tops",
            "classes", "pictures");

    public Path manifest() {
        return directory.resolve("manifest.json");
    }

    public Path layers() {
        return directory.resolve("layers.csv");
    }

    public Path predictions() {
        return directory.resolve("predictions.csv");
    }

    /** All probabilities, {@code [picture, class]}, float32; rows as in {@link #predictions()}. */
    public Path probabilities() {
        return directory.resolve("probabilities.npy");
    }

    public Path filters(final String layer) {
        return directory.resolve("filters").resolve(fileName(layer) + ".csv");
    }

    public Path tops(final String layer) {
        return directory.resolve("tops").resolve(fileName(layer) + ".csv");
    }

    public Path classes(final String layer) {
        return directory.resolve("classes").resolve(fileName(layer) + ".csv");
    }

    public Path thumbnails() {
        return directory.resolve("pictures").resolve("index.csv");
    }

    public Path sheet(final String name) {
        return directory.resolve("pictures").resolve(name);
    }

    /** A layer's name made safe for every file system: UTF-8 bytes outside letters, digits, {@code _ - .} become {@code %XX}. */
    static String fileName(final String layer) {
        final StringBuilder name = new StringBuilder();
        for (final byte b : layer.getBytes(StandardCharsets.UTF_8)) {
            final char c = (char) (b & 0xff);
            final boolean innerDot = c == '.' && !name.isEmpty();
            if (PLAIN.indexOf(c) >= 0 || innerDot) {
                name.append(c);
            } else {
                name.append('%').append("%02X".formatted((int) c));
            }
        }
        return name.toString();
    }
}
