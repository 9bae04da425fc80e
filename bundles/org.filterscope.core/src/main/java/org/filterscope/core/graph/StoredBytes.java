package org.filterscope.core.graph;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;

/** The bytes of a file that somebody may replace by a new one meanwhile. For use by any number of threads. */
interface StoredBytes extends Closeable {

    /** When it was opened. */
    long length();

    /** Begins some reads that belong together; closed when they are done, for use by one thread. */
    Reading begin() throws IOException;

    /** Some reads that belong together. */
    interface Reading extends Closeable {
        /** Fills what remains of a buffer with an array. @throws IOException when the file has changed, too */
        void read(long position, ByteBuffer target) throws IOException;
    }

    /**
     * Mapped into memory; but not on Windows, where a mapped file, or one that is open in the folder, would keep a new report from taking the
     * old one's place.
     */
    static StoredBytes open(final Path file) throws IOException {
        final boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? new ReopenedBytes(file) : new MappedBytes(file);
    }
}
