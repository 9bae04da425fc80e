package org.filterscope.engine.picture;

/**
 * What each pixel of a picture shows, as one number.
 *
 * @param rows height in pixels
 * @param cols width in pixels
 * @param ids  {@code [row, col]}, 0 to 255 each; not copied
 */
public record Mask(int rows, int cols, byte[] ids) {
    /** Where there is no picture. */
    public static final short OUTSIDE = -1;

    public Mask {
        if (ids.length != rows * cols) {
            throw new IllegalArgumentException("%d values for %d × %d pixels".formatted(ids.length, rows, cols));
        }
    }

    /** 0 to 255. */
    short id(final int row, final int col) {
        return (short) (ids[row * cols + col] & 0xff);
    }
}
