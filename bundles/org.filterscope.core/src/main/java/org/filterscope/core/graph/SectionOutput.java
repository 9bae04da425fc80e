package org.filterscope.core.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Writes one section at the end of what is there of a file, at an offset that is a multiple of 8. */
final class SectionOutput {
    private static final int BUFFER_BYTES = 1 << 18;

    private final FileChannel channel;
    private final String name;
    private final long offset;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long length;

    /** @param end of what is there; zeros fill the gap */
    SectionOutput(final FileChannel channel, final String name, final long end) throws IOException {
        this.channel = channel;
        this.name = name;
        offset = GraphFormat.aligned(end);
        writeFully(channel, ByteBuffer.allocate((int) (offset - end)), end);
    }

    /** To put some more bytes into, at most 256 KB. */
    ByteBuffer room(final int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    /** Writes what remains of a buffer. */
    void write(final ByteBuffer bytes) throws IOException {
        flush();
        append(bytes);
    }

    private void flush() throws IOException {
        append(buffer.flip());
        buffer.clear();
    }

    private void append(final ByteBuffer bytes) throws IOException {
        checksum.update(bytes.duplicate());
        final int count = bytes.remaining();
        writeFully(channel, bytes, offset + length);
        length += count;
    }

    Section end() throws IOException {
        flush();
        return new Section(name, offset, length, (int) checksum.getValue());
    }

    static void writeFully(final FileChannel channel, final ByteBuffer bytes, final long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
