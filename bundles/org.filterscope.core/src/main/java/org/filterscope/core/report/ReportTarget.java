package org.filterscope.core.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

import org.filterscope.core.InvalidInputException;

/**
 * The place a report goes to. It is written beside its final name and renamed when complete, so a reader sees the old report or the new one,
 * never half of one. A lock file beside it keeps two runs apart; what a killed run left behind is cleared by the next.
 */
public final class ReportTarget implements Closeable {
    private final Path directory;
    private final Path staging;
    private final Path lockFile;
    private final FileChannel lock;

    private ReportTarget(final Path directory, final Path staging, final Path lockFile, final FileChannel lock) {
        this.directory = directory;
        this.staging = staging;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Reserves the place and creates the directory to write to.
     *
     * @throws InvalidInputException when something else lies there, another run writes there, or it cannot be written
     */
    public static ReportTarget reserve(final Path output) throws InvalidInputException {
        final Path directory = output.toAbsolutePath().normalize();
        final Path parent = directory.getParent();
        if (parent == null) {
            throw new InvalidInputException("%s: cannot hold a report; name a directory".formatted(directory));
        }
        try {
            refuseForeign(directory);
            Files.createDirectories(parent);
            final Path lockFile = parent.resolve("." + directory.getFileName() + ".lock");
            final FileChannel lock = lock(directory, lockFile);
            try {
                deleteLeftOvers(parent, directory);
                return new ReportTarget(directory, Files.createDirectory(beside(directory)), lockFile, lock);
            } catch (final IOException e) {
                Files.deleteIfExists(lockFile);
                lock.close();
                throw e;
            }
        } catch (final IOException e) {
            throw unwritable(directory, e);
        }
    }

    /** The directory to write the report's files into. */
    public Path staging() {
        return staging;
    }

    /** Where the report will lie. */
    public Path directory() {
        return directory;
    }

    /** Puts the finished report in its place, replacing the one that was there. */
    public void publish() throws IOException {
        final Path previous = Files.createDirectory(beside(directory));
        final boolean replaced = Files.exists(directory);
        if (replaced) {
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
        deleteTree(previous);
    }

    /** Gives the place free; deletes what was written unless it was published. */
    @Override
    public void close() throws IOException {
        try {
            deleteTree(staging);
        } finally {
            Files.deleteIfExists(lockFile);
            lock.close();
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

    private static void refuseForeign(final Path directory) throws IOException, InvalidInputException {
        if (!Files.exists(directory) || Report.isReport(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new InvalidInputException("%s: is a file; the output must be a directory".formatted(directory));
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
            if (content.iterator().hasNext()) {
                throw new InvalidInputException(
                        "%s: holds other files and no report; choose another output, nothing was touched".formatted(directory));
            }
        }
    }

    private static FileChannel lock(final Path directory, final Path lockFile) throws IOException, InvalidInputException {
        final FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (final OverlappingFileLockException e) {
            // held by this very process: told below like any other holder
        }
        if (!locked) {
            channel.close();
            throw new InvalidInputException("%s: another run is writing this report; wait for it or choose another output".formatted(directory));
        }
        return channel;
    }

    /** A new name in the same folder; made by hand because Java's temporary directories are closed to other users. */
    private static Path beside(final Path directory) {
        return directory.resolveSibling(prefix(directory) + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()));
    }

    private static String prefix(final Path directory) {
        return "." + directory.getFileName() + ".partial-";
    }

    private static void deleteLeftOvers(final Path parent, final Path directory) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent,
                path -> path.getFileName().toString().startsWith(prefix(directory)))) {
            for (final Path leftOver : stream) {
                deleteTree(leftOver);
            }
        }
    }

    private static void move(final Path from, final Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteTree(final Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(final Path directory, final IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
