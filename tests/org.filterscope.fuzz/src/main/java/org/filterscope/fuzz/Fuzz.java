package org.filterscope.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.filterscope.core.InvalidInputException;
import org.filterscope.fuzz.subject.Subject;
import org.filterscope.fuzz.subject.Subjects;

/** {@code releng/fuzz}: shows many damaged files to every reader and prints a table. */
public final class Fuzz {
    private static final long MANY = 110_000;

    private Fuzz() {
    }

    /**
     * @param arguments root of the sources; folder to work in; how many files; number of the first file of each reader; a part of
     *                  the readers' names. All but the first two may be absent
     */
    public static void main(final String[] arguments) throws IOException, InterruptedException, InvalidInputException {
        // The library tells of every file that it opens.
        final Logger chatter = Logger.getLogger("io.jhdf");
        chatter.setLevel(Level.OFF);
        final Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        final long all = arguments.length > 2 ? Long.parseLong(arguments[2]) : MANY;
        final long from = arguments.length > 3 ? Long.parseLong(arguments[3]) : 0;
        final String part = arguments.length > 4 ? arguments[4] : "";
        final List<Subject> subjects = new Subjects(Path.of(arguments[0]), folder.resolve("seeds")).all().stream().filter(subject -> subject.name()
                .contains(part)).toList();
        final List<String> failures = new ArrayList<>();
        System.out.println(Tally.header());
        long mutants = 0;
        final long begin = System.nanoTime();
        for (final Subject subject : subjects) {
            final Tally tally = new Fuzzing(folder).run(subject, from, Math.ceilDiv(all, subjects.size()));
            System.out.println(tally);
            failures.addAll(tally.failures());
            mutants += tally.mutants();
        }
        System.out.printf("%,d files in %.0f s, %d failures%n", mutants, (System.nanoTime() - begin) / 1e9, failures.size());
        failures.forEach(System.out::println);
        System.exit(failures.isEmpty() ? 0 : 1);
    }
}
