package org.filterscope.engine.picture;

import org.filterscope.core.picture.Orientation;

/** Turns stored pictures so that they are as they are meant to be looked at. */
record Upright(Orientation orientation) {

    Picture of(final Picture stored) {
        return orientation == Orientation.TOP_LEFT ? stored
                : new Picture(rows(stored.rows(), stored.cols()), rows(stored.cols(), stored.rows()),
                        values(stored.values(), stored.rows(), stored.cols(), Picture.COLOURS));
    }

    Mask of(final Mask stored) {
        return orientation == Orientation.TOP_LEFT ? stored
                : new Mask(rows(stored.rows(), stored.cols()), rows(stored.cols(), stored.rows()),
                        values(stored.ids(), stored.rows(), stored.cols(), 1));
    }

    /** Of the upright picture. */
    private int rows(final int stored, final int others) {
        return orientation.isTurned() ? others : stored;
    }

    /** @param depth bytes a pixel */
    private byte[] values(final byte[] stored, final int height, final int width, final int depth) {
        final int rows = rows(height, width);
        final int cols = rows(width, height);
        final byte[] values = new byte[stored.length];
        int to = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < cols; c++) {
                final int from = orientation.storedRow(r, c, height) * width + orientation.storedCol(r, c, width);
                System.arraycopy(stored, from * depth, values, to, depth);
                to += depth;
            }
        }
        return values;
    }
}
