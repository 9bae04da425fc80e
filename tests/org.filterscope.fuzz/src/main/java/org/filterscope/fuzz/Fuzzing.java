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
 * @param folder to work in; each reader gets a folder in it. Files that a reader fails over are kept in the folder {@code failed};
 *               the good files are the first, and one that is refused is a failure, too
 * @param seconds of processor time that a reader may take for a file; none is larger than a megabyte
 */
record Fuzzing(Path folder, double seconds) {
    private static final double SECOND = 1e9;

    /** With five seconds for a file. */
    Fuzzing(final Path folder) {
        this(folder, 5);
    }

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
        new Examiner(new Shift.Desk() {
            @Override
            public Trial trial(final long number) {
                return new Trial(subject, place, Mutant.of(subject, number));
            }

            @Override
            public void done(final Trial trial, final Outcome outcome) throws IOException {
                tally.add(outcome);
                if (outcome.verdict() == Verdict.FAILED || outcome.verdict() == Verdict.REFUSED && trial.mutant().number() < subject.seeds().size()) {
                    tally.failed("%s, mutant %d, kept as %s:\n%s".formatted(subject.name(), trial.mutant().number(), kept(subject, trial.mutant()),
                            outcome.told()));
                }
                trial.tidy();
            }
        }, seconds).examine(from, from + count);
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
