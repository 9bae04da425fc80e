package org.filterscope.examples.render;

/**
 * A square picture.
 *
 * @param size  rows and columns
 * @param bytes [row, col, colour], red first, 0 to 255; not copied
 */
public record RgbImage(int size, byte[] bytes) {

    /** As a network reads it: [colour, row, col], 0 to 1. */
    public float[] planes() {
        final int area = size * size;
        final float[] planes = new float[3 * area];
        for (int i = 0; i < area; i++) {
            for (int colour = 0; colour < 3; colour++) {
                planes[colour * area + i] = (bytes[3 * i + colour] & 255) / 255f;
            }
        }
        return planes;
    }

    /** One of the colours 0 (red) to 2 (blue) at a pixel, 0 to 255. */
    public int value(final int row, final int col, final int colour) {
        return bytes[3 * (row * size + col) + colour] & 255;
    }
}
