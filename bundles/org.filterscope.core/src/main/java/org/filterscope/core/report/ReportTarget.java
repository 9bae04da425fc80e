package org.filterscope.core.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.InvalidInputException;

/**
 * The place a report goes to. It is written beside its final name and renamed when complete, so a reader sees the old report or the new one,
 * never half of one. A lock file beside it keeps two runs apart; what a killed run left behind is cleared, or put back, by the next.
 */
public final class ReportTarget implements Closeable {
    private final Path directory;
    private final Path staging;
    private final DirectoryKind kind;
    private final WriteLock lock;
    private final List<Path> madeParents;

    private ReportTarget(final Path directory, final DirectoryKind kind, final WriteLock lock, final List<Path> madeParents) throws IOException {
        this.directory = directory;
        this.kind = kind;
        this.lock = lock;
        this.madeParents = madeParents;
        recover();
        // Made by hand because Java's temporary directories are closed to other users.
        staging = Files.createDirectory(directory.resolveSibling(
                partialPrefix(directory) + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime())));
    }

    /**
     * Reserves the place and creates the directory to write to.
     *
     * @throws InvalidInputException when something else lies there, another run writes there, or it cannot be written
     */
    public static ReportTarget reserve(final Path output) throws InvalidInputException {
        return reserve(output, DirectoryKind.REPORT);
    }

    /** The same for something else than a report. */
    public static ReportTarget reserve(final Path output, final DirectoryKind kind) throws InvalidInputException {
        try {
            final Path directory = Files.exists(output) ? output.toRealPath() : output.toAbsolutePath().normalize();
            if (directory.getParent() == null || Files.isDirectory(directory)
                    && !Files.getFileStore(directory).equals(Files.getFileStore(directory.getParent()))) {
                throw new InvalidInputException("%s: is a whole disk; name a directory on it for the report".formatted(directory));
            }
            refuseForeign(directory, kind);
            final List<Path> made = makeParents(directory);
            WriteLock lock = null;
            try {
                lock = WriteLock.take(directory).orElseThrow(() -> new InvalidInputException(
                        "%s: another run is writing this report; wait for it or choose another output".formatted(directory)));
                return new ReportTarget(directory, kind, lock, made);
            } catch (final IOException | InvalidInputException e) {
                if (lock != null) {
                    lock.close();
                }
                removeEmpty(made);
                throw e;
            }
        } catch (final IOException e) {
            throw unwritable(output, e);
        }
    }

    /** The directory to write the report's files into. */
    public Path staging() {
        return staging;
    }

    /** A hidden directory beside the report for what a run keeps until it is done; not created, never deleted here. */
    public Path workplace() {
        return directory.resolveSibling("." + directory.getFileName() + ".work");
    }

    /** Where the report will lie. */
    public Path directory() {
        return directory;
    }

    /**
     * Puts the finished report in its place, replacing the one that was there.
     *
     * @throws InvalidInputException when something else has come to lie there meanwhile
     */
    public void publish() throws IOException, InvalidInputException {
        final Path previous = previous(directory);
        final boolean replaced = Files.exists(directory);
        if (replaced) {
            refuseForeign(directory, kind);
            move(directory, previous);
        }
        try {
            move(staging, directory);
        } catch (final IOException e) {
            if (replaced) {
                move(previous, directory);
            }
            throw e;
        }
        DirectoryTree.delete(previous);
        madeParents.clear();
    }

    /** Gives the place free; deletes what was written unless it was published. */
    @Override
    public void close() throws IOException {
        try {
            DirectoryTree.delete(staging);
        } finally {
            lock.close();
            removeEmpty(madeParents);
        }
    }

    /** A failure to write told to the user: which report, why, what to do. */
    public static InvalidInputException unwritable(final Path directory, final IOException cause) {
        final String reason = cause.getMessage() == null ? "" : cause.getMessage();
        if (reason.contains("No space left") || reason.contains("not enough space") || reason.contains("quota")) {
            return new InvalidInputException("%s: the disk is full; free some space or choose another output".formatted(directory), cause);
        }
        if (cause instanceof AccessDeniedException || reason.contains("Permission denied") || reason.contains("Read-only")) {
            return new InvalidInputException("%s: no permission to write there; choose another output".formatted(directory), cause);
        }
        return new InvalidInputException("%s: the report cannot be written there (%s: %s)".formatted(directory,
                cause.getClass().getSimpleName(), reason), cause);
    }

    /** A run that was killed while it exchanged the reports has left the old one under another name. */
    private void recover() throws IOException {
        final Path previous = previous(directory);
        if (Files.exists(previous) && !Files.exists(directory)) {
            move(previous, directory);
        }
        DirectoryTree.delete(previous);
        try (DirectoryStream<Path> leftOvers = Files.newDirectoryStream(directory.getParent(),
                path -> path.getFileName().toString().startsWith(partialPrefix(directory)))) {
            for (final Path leftOver : leftOvers) {
                DirectoryTree.delete(leftOver);
            }
        }
    }

    /** Only a report may be replaced, and only one that holds nothing but what we wrote. */
    private static void refuseForeign(final Path directory, final DirectoryKind kind) throws IOException, InvalidInputException {
        if (!Files.exists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new InvalidInputException("%s: is a file; the output must be a directory".formatted(directory));
        }
        final boolean ours = kind.recognises().test(directory);
        try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
            for (final Path path : content) {
                final String name = path.getFileName().toString();
                if (!ours || !kind.content().contains(name)) {
                    throw new InvalidInputException("%s: holds '%s', which is no part of a %s; choose another output, nothing was touched"
                            .formatted(directory, name, kind.name()));
                }
            }
        }
    }

    private static List<Path> makeParents(final Path directory) throws IOException {
        final List<Path> made = new ArrayList<>();
        for (Path parent = directory.getParent(); parent != null && !Files.exists(parent); parent = parent.getParent()) {
            made.add(parent);
        }
        Files.createDirectories(directory.getParent());
        return made;
    }

    /** Innermost first; a folder that somebody else has put something into stays. */
    private static void removeEmpty(final List<Path> folders) throws IOException {
        for (final Path folder : folders) {
            try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
                if (content.iterator().hasNext()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }

    private static Path previous(final Path directory) {
        return directory.resolveSibling("." + directory.getFileName() + ".previous");
    }

    private static String partialPrefix(final Path directory) {
        return "." + directory.getFileName() + ".partial-";
    }

    private static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (final AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }
}
