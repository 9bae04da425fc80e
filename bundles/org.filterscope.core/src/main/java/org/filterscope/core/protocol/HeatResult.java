package org.filterscope.core.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * A heat map over the picture as the network sees it: to be stretched over the network's input, edges upon edges. Maps of filters and layers come at
 * the layer's positions.
 *
 * @param rows     of the values
 * @param cols     of the values
 * @param values   {@code [row, col]}, float32, little-endian, in Base64
 * @param sign     {@code signed}: above 0 for the class, below 0 against it; {@code support}: how much for it; {@code magnitude}: how much either
 *                 way; {@code activation}: how strongly a filter responds
 * @param forward  pictures that went forwards through the network for it
 * @param backward of these, those whose gradient came back
 * @param seconds  that it took
 */
public record HeatResult(int rows, int cols, String values, String sign, long forward, long backward, double seconds) {

    /** @param values {@code [row, col]} */
    public static HeatResult of(final int rows, final int cols, final float[] values, final String sign, final long forward, final long backward,
            final double seconds) {
        final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new HeatResult(rows, cols, Base64.getEncoder().encodeToString(bytes.array()), sign, forward, backward, seconds);
    }

    /** @return {@code [row, col]}; @throws IllegalArgumentException when the values are not as many as the rows and columns say */
    public float[] floats() {
        final byte[] bytes = Base64.getDecoder().decode(values);
        if (rows < 1 || cols < 1 || bytes.length != (long) rows * cols * Float.BYTES) {
            throw new IllegalArgumentException("%d bytes for %d × %d values".formatted(bytes.length, rows, cols));
        }
        final float[] floats = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        return floats;
    }
}
