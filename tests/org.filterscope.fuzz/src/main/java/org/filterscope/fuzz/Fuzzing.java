package org.filterscope.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.filterscope.fuzz.Outcome.Verdict;
import org.filterscope.fuzz.seed.Payload;
import org.filterscope.fuzz.subject.Mutant;
import org.filterscope.fuzz.subject.Seed;
import org.filterscope.fuzz.subject.Subject;

/**
 * Shows damaged files to readers.
 *
 * @param folder to work in; each reader gets a folder in it. Files that a reader fails over are kept in the folder {@code failed}
 */
record Fuzzing(Path folder) {
    /** Of one reader; the others are mostly the same again. */
    private static final int MOST_FAILURES = 25;
    private static final double SECOND = 1e9;

    /**
     * @param from  number of the first mutant
     * @param count how many
     */
    Tally run(final Subject subject, final long from, final long count) throws IOException, InterruptedException {
        final SerialTrap trap = SerialTrap.set();
        final long tries = trap.tries();
        final Path place = prepared(subject);
        final Set<Path> before = files();
        final Tally tally = new Tally(subject.name());
        final long begin = System.nanoTime();
        try (Examiner examiner = new Examiner()) {
            for (long number = from; number < from + count && tally.failures().size() < MOST_FAILURES; number++) {
                final Mutant mutant = Mutant.of(subject, number);
                final Trial trial = new Trial(subject, place, mutant);
                final Outcome outcome = examiner.examine(trial);
                tally.add(outcome);
                if (outcome.verdict() == Verdict.FAILED) {
                    tally.failed("%s, mutant %d, kept as %s:\n%s".formatted(subject.name(), number, kept(subject, mutant), outcome.told()));
                } else if (outcome.verdict() == Verdict.REFUSED && number < subject.seeds().size()) {
                    tally.failed("%s: a good file is refused: %s".formatted(subject.name(), outcome.told()));
                }
                trial.tidy();
            }
        }
        tally.lasted((System.nanoTime() - begin) / SECOND);
        if (trap.tries() > tries || Payload.wasExecuted()) {
            tally.failed("%s: a reader deserialised an object".formatted(subject.name()));
        }
        final Set<Path> after = files();
        after.removeAll(before);
        if (!after.isEmpty()) {
            tally.failed("%s: a reader made the files %s".formatted(subject.name(), after));
        }
        return tally;
    }

    /** The subject's folder with good files. */
    private Path prepared(final Subject subject) throws IOException {
        final Path place = Files.createDirectories(folder.resolve(plain(subject.name())));
        for (final Seed seed : subject.files().values()) {
            final Path file = place.resolve(seed.path());
            Files.createDirectories(file.getParent());
            Files.write(file, seed.bytes());
        }
        return place;
    }

    private String kept(final Subject subject, final Mutant mutant) throws IOException {
        final Path failed = Files.createDirectories(folder.resolve("failed"));
        return Files.write(failed.resolve("%s-%d-%s".formatted(plain(subject.name()), mutant.number(), Path.of(mutant.path()).getFileName())),
                mutant.bytes()).toString();
    }

    /** All files of the folder but those that were kept. */
    private Set<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.startsWith(folder.resolve("failed")))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(final String name) {
        return name.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
