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

    /** @param values of one picture's maps */
    MapEncoding(final int values) {
        this.values = values;
        buffer = ByteBuffer.allocate(1 + bitmapBytes(values) + values * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @return the bytes, valid until the next call */
    ByteBuffer encode(final float[] from, final int start) {
        int present = 0;
        for (int i = start; i < start + values; i++) {
            present += from[i] != 0 ? 1 : 0;
        }
        buffer.clear();
        if (bitmapBytes(values) + present * Float.BYTES >= values * Float.BYTES) {
            buffer.put(DENSE);
            buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(from, start, values);
            return buffer.position(1 + values * Float.BYTES).flip();
        }
        buffer.put(SPARSE);
        final int bitmap = buffer.position();
        int at = bitmap + bitmapBytes(values);
        for (int first = 0; first < values; first += Byte.SIZE) {
            int bits = 0;
            for (int i = first; i < Math.min(values, first + Byte.SIZE); i++) {
                final float value = from[start + i];
                if (value != 0) {
                    bits |= 1 << i - first;
                    buffer.putFloat(at, value);
                    at += Float.BYTES;
                }
            }
            buffer.put(bitmap + first / Byte.SIZE, (byte) bits);
        }
        return buffer.position(at).flip();
    }

    /**
     * @param bytes little-endian
     * @throws IllegalArgumentException when the bytes are no maps of this size
     */
    void decode(final ByteBuffer bytes, final float[] to, final int start) {
        final byte kind = bytes.hasRemaining() ? bytes.get() : -1;
        if (kind == DENSE && bytes.remaining() == values * Float.BYTES) {
            bytes.asFloatBuffer().get(to, start, values);
            return;
        }
        final int bitmap = bytes.position();
        if (kind != SPARSE || bytes.remaining() < bitmapBytes(values)) {
            throw new IllegalArgumentException("not the maps of a picture");
        }
        final byte[] bits = new byte[bitmapBytes(values)];
        bytes.get(bitmap, bits);
        int count = 0;
        for (final byte eight : bits) {
            count += Integer.bitCount(eight & 0xff);
        }
        final FloatBuffer present = bytes.slice(bitmap + bits.length, bytes.remaining() - bits.length).order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        if (count != present.limit() || values % Byte.SIZE != 0 && (bits[bits.length - 1] & 0xff) >> values % Byte.SIZE != 0) {
            throw new IllegalArgumentException("the maps of a picture are cut off");
        }
        // One more, because what is not taken is read too.
        final float[] taken = new float[count + 1];
        present.get(taken, 0, count);
        int next = 0;
        for (int i = 0; i < values; i++) {
            final int given = bits[i >> 3] >> (i & 7) & 1;
            to[start + i] = given == 0 ? 0 : taken[next];
            next += given;
        }
    }

    private static int bitmapBytes(final int values) {
        return (values + Byte.SIZE - 1) / Byte.SIZE;
    }
}
