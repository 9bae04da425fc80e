package org.filterscope.platform;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;

/** Started by {@code target-platform/update} with the folder of the target definitions, a version of Eclipse and the cut-off day. */
public final class Main {
    private Main() {
    }

    /** Ends the JVM with 1 and a sentence when the target definition cannot be moved; it then is as it was. */
    public static void main(final String[] arguments) {
        try {
            final Path folder = Path.of(arguments[0]);
            final String version = arguments[1];
            final Recipe recipe = Recipe.of(Section.read(folder.resolve("roots-" + version + ".txt")));
            update(new TargetFile(folder.resolve("eclipse-" + version + ".target")), recipe, LocalDate.parse(arguments[2]))
                    .forEach(System.out::println);
        } catch (final DateTimeParseException e) {
            fail("'" + e.getParsedString() + "' is no day; write it as 2026-11-15.");
        } catch (final Complaint e) {
            fail(e.getMessage());
        }
    }

    private static List<String> update(final TargetFile file, final Recipe recipe, final LocalDate cutOff) {
        try (MavenRepository repository = new MavenRepository()) {
            final Choice choice = new Choice(repository, cutOff, recipe);
            final Collection<Release> releases = new Closure(repository, choice, recipe.leftOut()).of(recipe.roots());
            final var before = file.versions();
            file.write(new Layout(recipe, repository).of(releases));
            return new Changes(before, file.versions()).lines();
        }
    }

    private static void fail(final String sentence) {
        System.err.println("filterscope: " + sentence);
        System.exit(1);
    }
}
