package org.filterscope.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code docs/third-party.md}: the page about works of others, as it is checked in. */
final class ThirdPartyPage {
    static final Path ROOT = Path.of(System.getProperty("filterscope.root"));

    private static final Pattern JAR = Pattern.compile("\\| \\[([^]]+)]\\([^)]+\\) \\| ([^ ]+) \\|.*");
    private static final Pattern LIBRARIES = Pattern.compile("\\| ([a-z0-9-]+)(?:, Windows)? \\| (`[^|]+`) \\|.*");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final String text;

    ThirdPartyPage() {
        try {
            text = Files.readString(ROOT.resolve("docs/third-party.md"));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        return text;
    }

    /** @return {@code name:version} of every jar in its table */
    Set<String> jars() {
        return text.lines().map(JAR::matcher).filter(row -> row.matches()).map(row -> row.group(1) + ":" + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return {@code jar:library} of every native library in its table; {@code *} stands for any letters */
    Set<String> libraries() {
        return text.lines().map(LIBRARIES::matcher).filter(row -> row.matches())
                .flatMap(row -> names(row.group(2)).stream().map(name -> row.group(1) + ":" + name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(final String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }
}
