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
    private final byte[] bits;
    private final ByteBuffer words;
    private final float[] present;

    /** @param values of one picture's maps */
    MapEncoding(final int values) {
        this.values = values;
        bits = new byte[(values + Byte.SIZE - 1) / Byte.SIZE];
        words = ByteBuffer.allocate((values + Long.SIZE - 1) / Long.SIZE * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        present = new float[values];
        buffer = ByteBuffer.allocate(1 + bits.length + values * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @return the bytes, valid until the next call */
    ByteBuffer encode(final float[] from, final int start) {
        final int count = collect(from, start);
        buffer.clear();
        if (bits.length + count * Float.BYTES >= values * Float.BYTES) {
            buffer.put(DENSE);
            floats(buffer).put(from, start, values);
            return buffer.position(1 + values * Float.BYTES).flip();
        }
        buffer.put(SPARSE).put(bits);
        floats(buffer).put(present, 0, count);
        return buffer.position(1 + bits.length + count * Float.BYTES).flip();
    }

    /** Without a branch on a value, which a processor would often guess wrong. */
    private int collect(final float[] from, final int start) {
        int count = 0;
        for (int first = 0; first < values; first += Byte.SIZE) {
            int eight = 0;
            for (int i = first; i < Math.min(values, first + Byte.SIZE); i++) {
                final float value = from[start + i];
                final int given = value != 0 ? 1 : 0;
                present[count] = value;
                eight |= given << i - first;
                count += given;
            }
            bits[first / Byte.SIZE] = (byte) eight;
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
        if (kind != SPARSE || bytes.remaining() < bits.length) {
            throw new IllegalArgumentException("not the maps of a picture");
        }
        bytes.get(bits);
        final long[] whole = new long[words.capacity() / Long.BYTES];
        words.put(0, bits).asLongBuffer().get(whole);
        int count = 0;
        for (final long word : whole) {
            count += Long.bitCount(word);
        }
        if (count * Float.BYTES != bytes.remaining() || values % Byte.SIZE != 0 && (bits[bits.length - 1] & 0xff) >> values % Byte.SIZE != 0) {
            throw new IllegalArgumentException("the maps of a picture are cut off");
        }
        floats(bytes).get(to.values(), 0, count);
        to.place(whole);
    }
}
