package org.filterscope.core.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a two-dimensional float32 array row by row in NumPy's format 1.0. The number of rows need not be known before: the header has a
 * fixed length and is written again at the end.
 */
public final class NpyWriter implements Closeable {
    private static final int HEADER_BYTES = 128;

    private final FileChannel channel;
    private final int columns;
    private final ByteBuffer row;
    private long rows;

    public NpyWriter(final Path file, final int columns) throws IOException {
        Files.createDirectories(file.getParent());
        this.columns = columns;
        row = ByteBuffer.allocate(columns * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            writeHeader();
        } catch (final IOException e) {
            channel.close();
            throw e;
        }
    }

    /** @param values one row; its length is the number of columns */
    public void write(final float[] values) throws IOException {
        if (values.length != columns) {
            throw new IllegalArgumentException("%d values for %d columns".formatted(values.length, columns));
        }
        row.clear();
        row.asFloatBuffer().put(values);
        writeFully(row);
        rows++;
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            channel.position(0);
            writeHeader();
        }
    }

    private void writeHeader() throws IOException {
        final String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        final ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
        header.putShort((short) (HEADER_BYTES - 10)).put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.position() < HEADER_BYTES - 1) {
            header.put((byte) ' ');
        }
        header.put((byte) '\n').flip();
        writeFully(header);
    }

    private void writeFully(final ByteBuffer bytes) throws IOException {
        bytes.rewind();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
