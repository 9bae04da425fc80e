package org.filterscope.engine.picture;

/**
 * How a stored picture lies, in the order of the tag {@code Orientation} of TIFF 6.0 and Exif (values 1 to 8): where its first row and its
 * first column are in the upright picture.
 */
public enum Orientation {
    TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT, LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM;

    static final int TAG = 274;

    /** @param value of the tag; anything but 1 to 8 means upright, as in all viewers */
    static Orientation of(final long value) {
        return value >= 1 && value <= values().length ? values()[(int) value - 1] : TOP_LEFT;
    }

    /** The picture as it is meant to be looked at. */
    Picture upright(final Picture stored) {
        if (this == TOP_LEFT) {
            return stored;
        }
        return new Picture(isTurned() ? stored.cols() : stored.rows(), isTurned() ? stored.rows() : stored.cols(),
                upright(stored.values(), stored.rows(), stored.cols(), Picture.COLOURS));
    }

    /** The mask as it is meant to be looked at. */
    Mask upright(final Mask stored) {
        if (this == TOP_LEFT) {
            return stored;
        }
        return new Mask(isTurned() ? stored.cols() : stored.rows(), isTurned() ? stored.rows() : stored.cols(),
                upright(stored.ids(), stored.rows(), stored.cols(), 1));
    }

    /** Whether stored rows are columns of the upright picture. */
    boolean isTurned() {
        return ordinal() >= LEFT_TOP.ordinal();
    }

    /** @param depth bytes a pixel */
    private byte[] upright(final byte[] stored, final int height, final int width, final int depth) {
        final int lastRow = height - 1;
        final int lastCol = width - 1;
        final int rows = isTurned() ? width : height;
        final int cols = isTurned() ? height : width;
        final byte[] values = new byte[stored.length];
        int to = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                final int row = switch (this) {
                    case TOP_LEFT, TOP_RIGHT -> r;
                    case BOTTOM_RIGHT, BOTTOM_LEFT -> lastRow - r;
                    case LEFT_TOP, LEFT_BOTTOM -> c;
                    case RIGHT_TOP, RIGHT_BOTTOM -> lastRow - c;
                };
                final int col = switch (this) {
                    case TOP_LEFT, BOTTOM_LEFT -> c;
                    case TOP_RIGHT, BOTTOM_RIGHT -> lastCol - c;
                    case LEFT_TOP, RIGHT_TOP -> r;
                    case RIGHT_BOTTOM, LEFT_BOTTOM -> lastCol - r;
                };
                System.arraycopy(stored, (row * width + col) * depth, values, to, depth);
                to += depth;
            }
        }
        return values;
    }
}
