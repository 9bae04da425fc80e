package org.filterscope.core.picture;

/**
 * How a stored picture lies, in the order of the tag {@code Orientation} of TIFF 6.0 and Exif (values 1 to 8): where its first row and its
 * first column are in the upright picture.
 */
public enum Orientation {
    TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT, LEFT_TOP, RIGHT_TOP, RIGHT_BOTTOM, LEFT_BOTTOM;

    /** Number of the tag. */
    public static final int TAG = 274;

    /** @param value of the tag; anything but 1 to 8 means upright, as in all viewers */
    public static Orientation of(final long value) {
        return value >= 1 && value <= values().length ? values()[(int) value - 1] : TOP_LEFT;
    }

    /** Whether stored rows are columns of the upright picture. */
    public boolean isTurned() {
        return ordinal() >= LEFT_TOP.ordinal();
    }

    /**
     * The stored row of a pixel of the upright picture.
     *
     * @param row    of the upright picture
     * @param col    of the upright picture
     * @param stored how many rows are stored
     */
    public int storedRow(final int row, final int col, final int stored) {
        return switch (this) {
            case TOP_LEFT, TOP_RIGHT -> row;
            case BOTTOM_RIGHT, BOTTOM_LEFT -> stored - 1 - row;
            case LEFT_TOP, LEFT_BOTTOM -> col;
            case RIGHT_TOP, RIGHT_BOTTOM -> stored - 1 - col;
        };
    }

    /**
     * The stored column of a pixel of the upright picture.
     *
     * @param row    of the upright picture
     * @param col    of the upright picture
     * @param stored how many columns are stored
     */
    public int storedCol(final int row, final int col, final int stored) {
        return switch (this) {
            case TOP_LEFT, BOTTOM_LEFT -> col;
            case TOP_RIGHT, BOTTOM_RIGHT -> stored - 1 - col;
            case LEFT_TOP, RIGHT_TOP -> row;
            case RIGHT_BOTTOM, LEFT_BOTTOM -> stored - 1 - row;
        };
    }
}
