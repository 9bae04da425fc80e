package org.filterscope.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/third-party.md}: the page about works of others, as it is checked in. */
final class ThirdPartyPage {
    static final Path ROOT = Path.of(System.getProperty("filterscope.root"));

    private static final Pattern JAR = Pattern.compile("\\| \\[([^]]+)]\\([^)]+\\) \\| ([^ ]+) \\| ([^|]+) \\|.*");
    private static final Pattern LIBRARIES = Pattern.compile("\\| ([a-z0-9-]+)(?:, Windows)? \\| (`[^|]+`) \\| [^|]+ \\| ([^|]+) \\|");
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
        return rows(JAR).map(row -> row.group(1) + ":" + row.group(2)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return {@code jar:library} of every native library in its table; {@code *} stands for any letters */
    Set<String> libraries() {
        return rows(LIBRARIES).flatMap(row -> names(row.group(2)).stream().map(name -> row.group(1) + ":" + name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return for each licence the jars under it, in the page's order; of several licences the first, which is the one taken */
    SortedMap<String, List<String>> jarsByLicence() {
        return rows(JAR).collect(Collectors.groupingBy(row -> row.group(3).replaceFirst(" or .*", ""), TreeMap::new,
                Collectors.mapping(row -> row.group(1), Collectors.toList())));
    }

    /** @return for each licence the native libraries under it, each once, in the page's order */
    SortedMap<String, List<String>> librariesByLicence() {
        return rows(LIBRARIES).collect(Collectors.groupingBy(row -> row.group(3), TreeMap::new,
                Collectors.flatMapping(row -> names(row.group(2)).stream(), Collectors.toList())));
    }

    private Stream<MatchResult> rows(final Pattern table) {
        return text.lines().map(table::matcher).filter(Matcher::matches).map(Matcher::toMatchResult);
    }

    private static List<String> names(final String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).toList();
    }
}
