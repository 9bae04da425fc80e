package org.filterscope.core.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Held by the one that writes a file or directory, in whatever process; goes with the process, however that ends. On POSIX systems a process
 * loses all its locks on a file as soon as it closes any channel to it, so nothing here opens a file that this process holds.
 */
public final class WriteLock implements Closeable {
    /** Static because what the operating system keeps is of the whole process, too. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();
    private static final int LONGEST = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    private WriteLock(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @return nothing when somebody else holds it */
    public static Optional<WriteLock> take(final Path written) throws IOException {
        final Path file = written.resolveSibling("." + written.getFileName() + ".lock");
        if (!HELD_BY_THIS_PROCESS.add(file)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            final Optional<WriteLock> lock = takeFromOthers(file);
            taken = lock.isPresent();
            return lock;
        } finally {
            if (!taken) {
                HELD_BY_THIS_PROCESS.remove(file);
            }
        }
    }

    private static Optional<WriteLock> takeFromOthers(final Path file) throws IOException {
        while (true) {
            final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() == null) {
                    channel.close();
                    return Optional.empty();
                }
                if (isStillThere(file, channel)) {
                    return Optional.of(new WriteLock(file, channel));
                }
                channel.close();
            } catch (final OverlappingFileLockException e) {
                channel.close();
                return Optional.empty();
            } catch (final IOException e) {
                channel.close();
                throw e;
            }
        }
    }

    /**
     * Whoever held the lock before may have deleted the file after we opened it; then another one can lock a new file of that name. Told by a
     * length drawn by chance, which can be asked for without opening the file.
     */
    private static boolean isStillThere(final Path file, final FileChannel channel) throws IOException {
        final int length = 1 + ThreadLocalRandom.current().nextInt(LONGEST);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), length - 1);
        try {
            return Files.size(file) == length;
        } catch (final NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        } finally {
            HELD_BY_THIS_PROCESS.remove(file);
        }
    }
}
