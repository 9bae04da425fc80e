package org.filterscope.engine.read;

import java.nio.ByteBuffer;

/** How a file stores a real number. */
public enum NumberEncoding {
    FLOAT(4), DOUBLE(8), HALF(2), BFLOAT16(2);

    private final int size;

    NumberEncoding(final int size) {
        this.size = size;
    }

    /** Bytes a value. */
    public int size() {
        return size;
    }

    /** The next value, as a float. */
    public float get(final ByteBuffer bytes) {
        return switch (this) {
            case FLOAT -> bytes.getFloat();
            case DOUBLE -> (float) bytes.getDouble();
            case HALF -> Float.float16ToFloat(bytes.getShort());
            case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort() << 16);
        };
    }

    /** Writes a value; where the encoding is coarser than a float, the nearest that it has. */
    public void put(final ByteBuffer bytes, final float value) {
        switch (this) {
            case FLOAT -> bytes.putFloat(value);
            case DOUBLE -> bytes.putDouble(value);
            case HALF -> bytes.putShort(Float.floatToFloat16(value));
            case BFLOAT16 -> bytes.putShort((short) (nearest(Float.floatToRawIntBits(value)) >>> 16));
        }
    }

    /** What is read where the value was written. */
    public float rounded(final float value) {
        final ByteBuffer bytes = ByteBuffer.allocate(size);
        put(bytes, value);
        return get(bytes.flip());
    }

    /** Half way between two, the even one. */
    private static int nearest(final int bits) {
        return bits + 0x7FFF + (bits >>> 16 & 1);
    }
}
