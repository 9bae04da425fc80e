package org.filterscope.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A target definition on disk, whose name is the file's. The same locations always give the same file. */
record TargetFile(Path path) {
    private static final String SUFFIX = ".target";
    private static final Pattern ARTIFACT =
            Pattern.compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

    /** Versions by artifact; none when there is no file yet. */
    SortedMap<Coordinates, String> versions() {
        final SortedMap<Coordinates, String> versions = new TreeMap<>();
        ARTIFACT.matcher(text()).results().forEach(match -> versions.put(coordinates(match), match.group(3)));
        return versions;
    }

    void write(final List<Location> locations) {
        final String name = path.getFileName().toString().replace(SUFFIX, "");
        final String body = locations.stream().filter(location -> !location.artifacts().isEmpty()).map(Location::text)
                .collect(Collectors.joining());
        try {
            Files.writeString(path, """
                    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                    <?pde version="3.8"?>
                    <target name="%s">
                      <locations>
                    %s  </locations>
                    </target>
                    """.formatted(name, body));
        } catch (final IOException e) {
            throw new Complaint(path + " cannot be written: " + e.getMessage(), e);
        }
    }

    private String text() {
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (final IOException e) {
            throw new Complaint(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Coordinates coordinates(final MatchResult match) {
        return new Coordinates(match.group(1), match.group(2));
    }
}
