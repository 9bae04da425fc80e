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

import org.filterscope.core.InvalidInputException;

/** Held by the one run that writes a report; goes with the process, however that ends. */
final class RunLock implements Closeable {
    private final Path file;
    private final FileChannel channel;

    private RunLock(final Path file, final FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws InvalidInputException when another run holds it */
    static RunLock take(final Path directory) throws IOException, InvalidInputException {
        final Path file = directory.resolveSibling("." + directory.getFileName() + ".lock");
        while (true) {
            final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() == null) {
                    throw busy(directory);
                }
                if (isStillThere(file, channel)) {
                    return new RunLock(file, channel);
                }
                channel.close();
            } catch (final OverlappingFileLockException e) {
                channel.close();
                throw busy(directory);
            } catch (final IOException | InvalidInputException e) {
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

    private static InvalidInputException busy(final Path directory) {
        return new InvalidInputException("%s: another run is writing this report; wait for it or choose another output".formatted(directory));
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(file);
        }
    }
}
