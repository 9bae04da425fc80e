package org.filterscope.analysis.maps;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * One picture's maps as bytes. After a rectifier most values are zero: then a bit for each value says whether it follows, and only those that
 * are not zero do; where few are zero, all follow. Every value comes back with the same bits, but that −0 becomes 0.
 */
final class MapEncoding {
    private static final byte DENSE = 0;
    private static final byte SPARSE = 1;

    private final int values;
    private final ByteBuffer buffer;
    /** By value whether it is not zero; whole words, of which {@link #bitBytes} bytes are stored. */
    private final ByteBuffer bits;
    private final int bitBytes;
    private final float[] present;

    /** @param values of one picture's maps */
    MapEncoding(final int values) {
        this.values = values;
        bitBytes = (values + Byte.SIZE - 1) / Byte.SIZE;
        bits = ByteBuffer.allocate((values + Long.SIZE - 1) / Long.SIZE * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        present = new float[values];
        buffer = ByteBuffer.allocate(1 + bitBytes + values * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @return the bytes, valid until the next call */
    ByteBuffer encode(final float[] from, final int start) {
        final int count = collect(from, start);
        buffer.clear();
        if (bitBytes + count * Float.BYTES >= values * Float.BYTES) {
            buffer.put(DENSE);
            floats(buffer).put(from, start, values);
            return buffer.position(1 + values * Float.BYTES).flip();
        }
        buffer.put(SPARSE).put(bits.array(), 0, bitBytes);
        floats(buffer).put(present, 0, count);
        return buffer.position(1 + bitBytes + count * Float.BYTES).flip();
    }

    /** Fills {@link #bits} and {@link #present}. */
    private int collect(final float[] from, final int start) {
        int count = 0;
        long word = 0;
        for (int i = 0; i < values; i++) {
            final int given = SparseMaps.given(from[start + i]);
            present[count] = from[start + i];
            count += given;
            word |= (long) given << i;
            if (i % Long.SIZE == Long.SIZE - 1 || i == values - 1) {
                bits.putLong(i / Long.SIZE * Long.BYTES, word);
                word = 0;
            }
        }
        return count;
    }

    private static FloatBuffer floats(final ByteBuffer bytes) {
        return bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    /**
     * @param bytes little-endian
     * @throws IllegalArgumentException when the bytes are no maps of this size
     */
    void decode(final ByteBuffer bytes, final SparseMaps to) {
        final byte kind = bytes.hasRemaining() ? bytes.get() : -1;
        if (kind == DENSE && bytes.remaining() == values * Float.BYTES) {
            floats(bytes).get(present);
            to.take(present);
            return;
        }
        if (kind != SPARSE || bytes.remaining() < bitBytes) {
            throw new IllegalArgumentException("not the maps of a picture");
        }
        bytes.get(bits.array(), 0, bitBytes);
        final long[] words = new long[bits.capacity() / Long.BYTES];
        bits.asLongBuffer().get(words);
        int count = 0;
        for (final long word : words) {
            count += Long.bitCount(word);
        }
        if (count * Float.BYTES != bytes.remaining() || values % Byte.SIZE != 0 && (bits.get(bitBytes - 1) & 0xff) >> values % Byte.SIZE != 0) {
            throw new IllegalArgumentException("the maps of a picture are cut off");
        }
        floats(bytes).get(to.values(), 0, count);
        to.place(words);
    }
}
