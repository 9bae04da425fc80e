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

    /** A rectangle of this picture. */
    Picture crop(final int top, final int left, final int height, final int width) {
        if (top == 0 && left == 0 && height == rows && width == cols) {
            return this;
        }
        final byte[] part = new byte[height * width * COLOURS];
        for (int r = 0; r < height; r++) {
            System.arraycopy(values, ((top + r) * cols + left) * COLOURS, part, r * width * COLOURS, width * COLOURS);
        }
        return new Picture(height, width, part);
    }
}
