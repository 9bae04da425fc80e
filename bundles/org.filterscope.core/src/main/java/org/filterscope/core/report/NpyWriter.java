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
 * Writes a two-dimensional array of float32 or int32 row by row in NumPy's format 1.0. The number of rows need not be known before: the header has a
 * fixed length and is written again at the end.
 */
public final class NpyWriter implements Closeable {
    private static final int HEADER_BYTES = 128;
    /** Short rows are written many at once. */
    private static final int BUFFER = 1 << 16;

    /** What the values are. */
    public enum Type {
        /** 32-bit floating point. */
        FLOAT("<f4"),
        /** 32-bit whole numbers. */
        INT("<i4");

        private final String description;

        Type(final String description) {
            this.description = description;
        }

        /** As NumPy writes it. */
        String description() {
            return description;
        }
    }

    private final FileChannel channel;
    private final Type type;
    private final int columns;
    private final ByteBuffer buffer;
    private long rows;

    /** Of float32. */
    public NpyWriter(final Path file, final int columns) throws IOException {
        this(file, columns, Type.FLOAT);
    }

    public NpyWriter(final Path file, final int columns, final Type type) throws IOException {
        this.type = type;
        Files.createDirectories(file.getParent());
        this.columns = columns;
        final int row = columns * Float.BYTES;
        buffer = ByteBuffer.allocate(Math.max(1, BUFFER / Math.max(1, row)) * row).order(ByteOrder.LITTLE_ENDIAN);
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
        check(values.length, Type.FLOAT);
        buffer.asFloatBuffer().put(values);
        end();
    }

    /** @param values one row; its length is the number of columns */
    public void write(final int[] values) throws IOException {
        check(values.length, Type.INT);
        buffer.asIntBuffer().put(values);
        end();
    }

    /** Of a row. */
    private void end() throws IOException {
        rows++;
        buffer.position(buffer.position() + columns * Float.BYTES);
        if (!buffer.hasRemaining()) {
            flush();
        }
    }

    private void flush() throws IOException {
        writeFully(buffer.flip());
        buffer.clear();
    }

    private void check(final int length, final Type given) {
        if (length != columns || given != type) {
            throw new IllegalArgumentException("%d values of %s for %d columns of %s".formatted(length, given, columns, type));
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
            channel.position(0);
            writeHeader();
        }
    }

    private void writeHeader() throws IOException {
        final String text = "{'descr': '" + type.description() + "', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
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
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
