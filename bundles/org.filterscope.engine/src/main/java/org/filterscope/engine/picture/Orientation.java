package org.filterscope.engine.picture;

/**
 * How a stored picture lies, in the order of the tag {@code Orientation} of TIFF 6.0 and Exif (values 1 to 8): where its first row and its
 * first column are in the upright picture.
 */
enum Orientation {
    TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT, LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM;

    static final int TAG = 274;

    /** @param value of the tag; anything but 1 to 8 means upright, as in all viewers */
    static Orientation of(final long value) {
        return value >= 1 && value <= values().length ? values()[(int) value - 1] : TOP_LEFT;
    }

    /** Whether stored rows are columns of the upright picture. */
    boolean turned() {
        return ordinal() >= LEFT_TOP.ordinal();
    }

    /** The picture as it is meant to be looked at. */
    Picture upright(final Picture stored) {
        if (this == TOP_LEFT) {
            return stored;
        }
        final int lastRow = stored.rows() - 1;
        final int lastCol = stored.cols() - 1;
        final int rows = turned() ? stored.cols() : stored.rows();
        final int cols = turned() ? stored.rows() : stored.cols();
        final byte[] values = new byte[stored.values().length];
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
                System.arraycopy(stored.values(), (row * stored.cols() + col) * Picture.COLOURS, values, to, Picture.COLOURS);
                to += Picture.COLOURS;
            }
        }
        return new Picture(rows, cols, values);
    }
}
