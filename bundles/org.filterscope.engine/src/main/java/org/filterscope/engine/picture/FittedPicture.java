package org.filterscope.engine.picture;

/**
 * A picture brought to the size of the network's input.
 *
 * @param rows   height in pixels
 * @param cols   width in pixels
 * @param values {@code [row, col, colour]}, red, green, blue, 0 to 255 each, not always whole; not copied
 */
public record FittedPicture(int rows, int cols, float[] values) {

    static FittedPicture of(final Picture picture) {
        final float[] values = new float[picture.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.values()[i] & 0xff;
        }
        return new FittedPicture(picture.rows(), picture.cols(), values);
    }

    /** For people to look at: rounded. */
    public Picture picture() {
        final byte[] rounded = new byte[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (byte) Math.clamp(Math.round(values[i]), 0, 255);
        }
        return new Picture(rows, cols, rounded);
    }

    /** A rectangle, which may reach beyond this picture; what lies outside is black. */
    FittedPicture window(final int top, final int left, final int height, final int width) {
        if (top == 0 && left == 0 && height == rows && width == cols) {
            return this;
        }
        final float[] part = new float[height * width * Picture.COLOURS];
        final int first = Math.max(0, left);
        final int length = Math.min(cols, left + width) - first;
        for (int r = Math.max(0, top); r < Math.min(rows, top + height); r++) {
            System.arraycopy(values, (r * cols + first) * Picture.COLOURS, part, ((r - top) * width + first - left) * Picture.COLOURS,
                    length * Picture.COLOURS);
        }
        return new FittedPicture(height, width, part);
    }
}
