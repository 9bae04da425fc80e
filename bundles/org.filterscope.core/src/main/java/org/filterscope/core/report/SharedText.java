package org.filterscope.core.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;

import org.filterscope.core.InvalidInputException;

/**
 * A short text file that people and several processes write to. It is locked while it is changed, so that what others write to it stays, and
 * replaced at once or not at all.
 *
 * @param file may not be there yet
 */
public record SharedText(Path file) {
    /** Writing takes milliseconds; who has not done within five seconds hangs. */
    private static final int MOST_TRIES = 500;
    private static final int MILLISECONDS_BETWEEN_TRIES = 10;

    /** Reads the file and says what it is to hold from now on. */
    @FunctionalInterface
    public interface Change<T> {
        T make() throws InvalidInputException;
    }

    /**
     * @param change made while nobody else writes
     * @param text   of what the change says
     * @return what the change said
     * @throws InvalidInputException when the change does; the file is left as it is then; or when it cannot be written
     */
    public <T> T replace(final Change<T> change, final Function<T, String> text) throws InvalidInputException {
        try {
            // A link stays one: what it names is replaced.
            final Path target = Files.exists(file) ? file.toRealPath() : file;
            final WriteLock lock = lock(target);
            try (lock) {
                final T content = change.make();
                write(text.apply(content), target);
                return content;
            }
        } catch (final IOException | UncheckedIOException e) {
            throw new InvalidInputException("%s: cannot be written (%s)".formatted(file, e.getMessage()), e);
        }
    }

    private WriteLock lock(final Path target) throws IOException, InvalidInputException {
        for (int i = 0; i < MOST_TRIES; i++) {
            final Optional<WriteLock> lock = WriteLock.take(target);
            if (lock.isPresent()) {
                return lock.get();
            }
            try {
                Thread.sleep(MILLISECONDS_BETWEEN_TRIES);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new InvalidInputException("%s: somebody else is writing it; try again".formatted(file));
    }

    private static void write(final String text, final Path target) throws IOException {
        final Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished-" + ProcessHandle.current().pid() + "-"
                + Long.toHexString(System.nanoTime()));
        try {
            Files.writeString(unfinished, text);
            move(unfinished, target);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (final AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
