package org.filterscope.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A heading such as {@code [roots]} and the lines below it. Empty lines, and lines that start with {@code #}, are left out.
 *
 * @param heading without its brackets
 */
record Section(String heading, List<String> lines) {
    private static final String COMMENT = "#";

    static List<Section> read(final Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (final IOException e) {
            throw new Complaint("There is no recipe " + file + ".", e);
        }
    }

    static List<Section> of(final List<String> lines) {
        final List<Section> sections = new ArrayList<>();
        for (final String line : lines.stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith(COMMENT)).toList()) {
            if (line.startsWith("[") && line.endsWith("]")) {
                sections.add(new Section(line.substring(1, line.length() - 1), new ArrayList<>()));
            } else if (sections.isEmpty()) {
                throw new Complaint("'" + line + "' stands before the first heading, such as [roots].");
            } else {
                sections.getLast().lines.add(line);
            }
        }
        return sections;
    }
}
