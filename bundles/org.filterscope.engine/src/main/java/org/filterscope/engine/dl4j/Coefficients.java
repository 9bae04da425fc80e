package org.filterscope.engine.dl4j;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.NumberEncoding;
import org.filterscope.engine.read.PlaceNumbers;

/**
 * A model's parameters: one long row, taken from the front in the order of the layers. It is read as it is taken, so nothing is allocated
 * that the description does not ask for and the file does not have.
 */
final class Coefficients implements AutoCloseable {
    private static final int CHUNK = 1 << 13;

    private final CheckedInputStream checked;
    private final DataInputStream data;
    private final ArrayHeader header;
    private final long checksum;
    private final Optional<PlaceNumbers> numbers;
    private long taken;

    private Coefficients(final CheckedInputStream checked, final DataInputStream data, final ArrayHeader header, final long checksum,
            final Optional<PlaceNumbers> numbers) {
        this.checked = checked;
        this.data = data;
        this.header = header;
        this.checksum = checksum;
        this.numbers = numbers;
    }

    /** Of a model without parameters. */
    static Coefficients none() {
        final CheckedInputStream nothing = new CheckedInputStream(InputStream.nullInputStream(), new CRC32());
        return new Coefficients(nothing, new DataInputStream(nothing), new ArrayHeader(0, "FLOAT"), 0, Optional.empty());
    }

    /**
     * @param stream   an array in ND4J's stream format; closed with the coefficients
     * @param size     of the stream, in bytes
     * @param checksum CRC-32 that the stream must have
     */
    static Coefficients read(final InputStream stream, final long size, final long checksum) throws IOException, InvalidNetworkException {
        final CheckedInputStream checked = new CheckedInputStream(stream, new CRC32());
        final DataInputStream data = new DataInputStream(new BufferedInputStream(checked, CHUNK));
        try {
            ArrayHeader.read(data).skipShape(data);
            final ArrayHeader header = ArrayHeader.read(data);
            if (header.length() > size / header.size()) {
                throw new InvalidNetworkException(
                        "the weights claim to be %d values, more than the file can hold".formatted(header.length()));
            }
            return new Coefficients(checked, data, header, checksum, Optional.empty());
        } catch (final IOException | InvalidNetworkException e) {
            data.close();
            throw e;
        }
    }

    /** The same parameters, but the numbers of their places come instead of their values, from 1. */
    Coefficients numbered() {
        return new Coefficients(checked, data, header, checksum, Optional.of(new PlaceNumbers()));
    }

    /** How the values are stored. */
    ArrayHeader header() {
        return header;
    }

    /**
     * The next parameters.
     *
     * @param layer that they belong to
     * @param shape its lengths, all positive
     */
    Tensor take(final String layer, final int... shape) throws InvalidNetworkException {
        final List<Integer> lengths = new ArrayList<>();
        long count = 1;
        for (final int length : shape) {
            lengths.add(length);
            count = Math.multiplyExact(count, length);
        }
        if (count > header.length() - taken) {
            throw new InvalidNetworkException("layer '%s' wants %d weights, but the file has only %d of them left".formatted(layer, count,
                    header.length() - taken));
        }
        taken += count;
        if (numbers.isPresent()) {
            return numbers.get().take(lengths);
        }
        final float[] values = new float[Math.toIntExact(count)];
        fill(values);
        return new Tensor(lengths, values);
    }

    /** Checks that all parameters were taken and that none was damaged. */
    void finish() throws InvalidNetworkException {
        if (taken != header.length()) {
            throw new InvalidNetworkException("the file has %d weights, the layers take %d".formatted(header.length(), taken));
        }
        if (numbers.isPresent()) {
            return;
        }
        try {
            if (data.read() >= 0 || checked.getChecksum().getValue() != checksum) {
                throw new InvalidNetworkException("the weights are damaged (their checksum is wrong)");
            }
        } catch (final IOException e) {
            throw truncated(e);
        }
    }

    @Override
    public void close() {
        try {
            data.close();
        } catch (final IOException e) {
            // It was only read: nothing can be lost.
        }
    }

    private void fill(final float[] values) throws InvalidNetworkException {
        final int size = header.size();
        final NumberEncoding encoding = header.encoding();
        final byte[] chunk = new byte[CHUNK];
        try {
            for (int done = 0; done < values.length;) {
                final int count = Math.min(CHUNK / size, values.length - done);
                data.readFully(chunk, 0, count * size);
                final ByteBuffer bytes = ByteBuffer.wrap(chunk);
                for (int i = 0; i < count; i++) {
                    values[done + i] = encoding.get(bytes);
                }
                done += count;
            }
        } catch (final IOException e) {
            throw truncated(e);
        }
    }

    private static InvalidNetworkException truncated(final Throwable cause) {
        return new InvalidNetworkException("the weights are truncated or damaged", cause);
    }
}
