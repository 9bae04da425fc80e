package org.filterscope.engine.picture;

/**
 * A decoded picture.
 *
 * @param rows   height in pixels
 * @param cols   width in pixels
 * @param values {@code [row, col, colour]}, red, green, blue, 0 to 255 each; not copied
 */
public record Picture(int rows, int cols, byte[] values) {
    static final int COLOURS = 3;

    public Picture {
        if (values.length != rows * cols * COLOURS) {
            throw new IllegalArgumentException("%d values for %d × %d pixels".formatted(values.length, rows, cols));
        }
    }

    /**
     * This picture on a larger ground.
     *
     * @param top    row of the ground where this picture's first row comes to lie
     * @param left   the same for columns
     * @param colour of the ground: red, green, blue
     */
    Picture on(final int height, final int width, final int top, final int left, final byte[] colour) {
        if (height == rows && width == cols) {
            return this;
        }
        final byte[] ground = new byte[height * width * COLOURS];
        for (int i = 0; i < ground.length; i++) {
            ground[i] = colour[i % COLOURS];
        }
        for (int r = 0; r < rows; r++) {
            System.arraycopy(values, r * cols * COLOURS, ground, ((top + r) * width + left) * COLOURS, cols * COLOURS);
        }
        return new Picture(height, width, ground);
    }
}
