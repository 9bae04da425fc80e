package org.filterscope.analysis.attribution;

import org.filterscope.engine.graph.Shape;

/**
 * A picture cut into rectangles, as equal as possible: the pieces that are shown or hidden as a whole.
 *
 * @param rows of pieces
 * @param cols of pieces
 */
public record Segmentation(int rows, int cols) {

    public Segmentation {
        if (rows < 1 || cols < 1) {
            throw new IllegalArgumentException("%d × %d pieces".formatted(rows, cols));
        }
    }

    int count() {
        return rows * cols;
    }

    /** By pixel {@code [row, col]} the number of its piece. */
    int[] pieces(final Shape picture) {
        if (rows > picture.rows() || cols > picture.cols()) {
            throw new IllegalArgumentException("%d × %d pieces of a picture of %s".formatted(rows, cols, picture));
        }
        final int[] pieces = new int[picture.rows() * picture.cols()];
        for (int i = 0; i < pieces.length; i++) {
            final int row = (int) ((long) (i / picture.cols()) * rows / picture.rows());
            final int col = (int) ((long) (i % picture.cols()) * cols / picture.cols());
            pieces[i] = row * cols + col;
        }
        return pieces;
    }
}
