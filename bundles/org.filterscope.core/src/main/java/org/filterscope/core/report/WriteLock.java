package org.filterscope.core.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one that writes a file or directory, in whatever process; goes with the process, however that ends. */
public final class WriteLock implements Closeable {
    private final Path file;
    private final FileChannel channel;

    private WriteLock(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @return nothing when somebody else holds it */
    public static Optional<WriteLock> take(final Path written) throws IOException {
        final Path file = written.resolveSibling("." + written.getFileName() + ".lock");
        while (true) {
            final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                // Far behind the file's end, because Windows lets nobody read what is locked.
                if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
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

    /** Whoever held the lock before may have deleted the file after we opened it; then another one can lock a new file of that name. */
    private static boolean isStillThere(final Path file, final FileChannel channel) throws IOException {
        final String token = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.US_ASCII)), 0);
        try {
            return Files.readString(file).equals(token);
        } catch (final NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
