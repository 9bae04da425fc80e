package org.filterscope.core.graph;

import java.io.EOFException;
import java.nio.ByteBuffer;

/** The bytes of a file that is not on any disk, for tests that read thousands. */
record ArrayBytes(byte[] bytes) implements StoredBytes {

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public Reading begin() {
        return new Reading() {
            @Override
            public void read(final long position, final ByteBuffer target) throws EOFException {
                if (position < 0 || position > bytes.length - target.remaining()) {
                    throw new EOFException("%d bytes from %d of %d".formatted(target.remaining(), position, bytes.length));
                }
                target.put(bytes, (int) position, target.remaining());
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
