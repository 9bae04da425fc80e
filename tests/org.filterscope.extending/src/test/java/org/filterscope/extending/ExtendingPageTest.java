package org.filterscope.extending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code docs/extending.md} tells of files, classes and code that are there. */
final class ExtendingPageTest {
    private static final Path ROOT = Path.of(System.getProperty("filterscope.root"));
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`([^`\n]+)`");
    private static String page;
    private static List<Path> sources;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(ROOT.resolve("docs/extending.md"));
        sources = new ArrayList<>();
        for (final String part : List.of("bundles", "tests")) {
            Files.walkFileTree(ROOT.resolve(part), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) {
                    final boolean built = Set.of("target", "lib").contains(folder.getFileName().toString());
                    return built ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".java")) {
                        sources.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }

    @Test
    void filesThatItNamesExist() {
        assertThat(names().stream().filter(name -> name.matches("(bundles|tests|docs)/[^ ]*"))).hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
    }

    @Test
    void classesThatItNamesExist() {
        final Set<String> classes = sources.stream().map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        assertThat(names().stream().filter(name -> name.matches("[A-Z][a-z]+([A-Z0-9][a-z]*)*"))).hasSizeGreaterThan(30).isSubsetOf(classes);
    }

    @Test
    void codeThatItShowsIsThatOfTheSources() throws IOException {
        final List<String> shown = CODE.matcher(page).results().map(code -> code.group(1)).toList();
        assertThat(shown).hasSizeGreaterThan(3);
        final StringBuilder all = new StringBuilder();
        for (final Path file : sources) {
            if (page.contains(file.getFileName().toString().replace(".java", ""))) {
                all.append(Files.readString(file));
            }
        }
        assertThat(shown).allSatisfy(code -> assertThat(all.toString()).contains(code));
    }

    private static List<String> names() {
        return NAME.matcher(page.replaceAll("(?s)```.*?```", "")).results().map(name -> name.group(1)).toList();
    }
}
