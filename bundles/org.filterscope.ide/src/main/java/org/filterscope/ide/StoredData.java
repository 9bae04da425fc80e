package org.filterscope.ide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Something that Filterscope keeps outside of projects and makes again when it is needed.
 *
 * @param place the folder; it need not exist
 */
public record StoredData(Kind kind, Path place) {

    /** What it is. */
    public enum Kind {
        /** Libraries that the worker has unpacked, once for all workspaces of a user. */
        NATIVES,
        /** Comparisons of reports. */
        COMPARISONS
    }

    /** Bytes of all files in it. Looks at the disk. */
    public long bytes() throws IOException {
        if (!Files.isDirectory(place)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.mapToLong(StoredData::bytes).sum();
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Files may come and go meanwhile. */
    private static long bytes(final Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (final NoSuchFileException e) {
            return 0;
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
