package org.filterscope.core.report;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the two-dimensional arrays that {@link NpyWriter} writes, some rows or columns at a time. Values come as they are in the file. */
public final class NpyReader implements Closeable {
    private static final int PREFIX_BYTES = 10;
    /** {@code \x93NUMPY}, as little-endian bytes. */
    private static final long MAGIC = 0x59504d554e93L;
    private static final int BLOCK_BYTES = 1 << 20;
    /** Of which one row fits into memory at once. */
    private static final int MOST_COLUMNS = 1 << 28;
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '(<f4|<i4)', 'fortran_order': False, 'shape': \\((\\d{1,9}), (\\d{1,9})\\), }\\s*");

    private final Path file;
    private final FileChannel channel;
    private final long start;
    private final int rows;
    private final int columns;

    /** @throws InvalidReportException when the file is no such array, or shorter than it says */
    public NpyReader(final Path file) throws InvalidReportException {
        this.file = file;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (final IOException e) {
            throw new InvalidReportException("%s: cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), e);
        }
        try {
            final ByteBuffer prefix = read(0, PREFIX_BYTES);
            final int length = prefix.getShort(PREFIX_BYTES - 2) & 0xffff;
            final String text = StandardCharsets.US_ASCII.decode(read(PREFIX_BYTES, length)).toString();
            final Matcher header = HEADER.matcher(text);
            if (prefix.getLong(0) << Short.SIZE >>> Short.SIZE != MAGIC || !header.matches()) {
                throw new InvalidReportException("%s: is not an array of float32 or int32 with rows and columns".formatted(file));
            }
            rows = Integer.parseInt(header.group(2));
            columns = Integer.parseInt(header.group(3));
            start = PREFIX_BYTES + length;
            if (columns < 1 || columns > MOST_COLUMNS) {
                throw new InvalidReportException("%s: has %d columns; expected 1 to %d".formatted(file, columns, MOST_COLUMNS));
            }
            if (channel.size() < start + (long) rows * columns * Float.BYTES) {
                throw new EOFException("shorter than it says");
            }
        } catch (final IOException e) {
            closeAfter(e);
            throw new InvalidReportException("%s: is damaged; run the diagnosis again".formatted(file), e);
        } catch (final InvalidReportException e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(final Exception cause) {
        try {
            channel.close();
        } catch (final IOException e) {
            cause.addSuppressed(e);
        }
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** One row of an array of float32. */
    public float[] floats(final int row) throws IOException {
        final float[] values = new float[columns];
        read(start + (long) row * columns * Float.BYTES, columns * Float.BYTES).asFloatBuffer().get(values);
        return values;
    }

    /** Some columns of an array of float32, {@code [column, row]}; the file is read once. */
    public float[][] floatColumns(final int from, final int to) throws IOException {
        final float[][] result = new float[to - from][rows];
        blocks((row, values) -> {
            for (int column = from; column < to; column++) {
                result[column - from][row] = values.getFloat(column * Float.BYTES);
            }
        });
        return result;
    }

    /** Some columns of an array of int32, {@code [column, row]}; the file is read once. */
    public int[][] intColumns(final int from, final int to) throws IOException {
        final int[][] result = new int[to - from][rows];
        blocks((row, values) -> {
            for (int column = from; column < to; column++) {
                result[column - from][row] = values.getInt(column * Integer.BYTES);
            }
        });
        return result;
    }

    private interface Row {
        void read(int row, ByteBuffer values);
    }

    private void blocks(final Row reader) throws IOException {
        final int rowBytes = columns * Float.BYTES;
        final int most = Math.max(1, BLOCK_BYTES / Math.max(1, rowBytes));
        for (int first = 0; first < rows; first += most) {
            final int count = Math.min(most, rows - first);
            final ByteBuffer block = read(start + (long) first * rowBytes, count * rowBytes);
            for (int row = 0; row < count; row++) {
                reader.read(first + row, block.slice(row * rowBytes, rowBytes).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
    }

    private ByteBuffer read(final long position, final int bytes) throws IOException {
        final ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException(file.toString());
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
