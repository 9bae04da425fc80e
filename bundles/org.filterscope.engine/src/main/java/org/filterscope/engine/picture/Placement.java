package org.filterscope.engine.picture;

/**
 * How a picture comes to lie on the network's input: it is scaled to a size of its own, then a window of the input's size is laid on it. Places
 * are measured from the upper left corner: 0.5 is the middle of the first pixel. Both resamplers keep the corners of the picture where they are,
 * so a place moves with the scale alone.
 *
 * @param picture size of the upright picture
 * @param rows    of the scaled picture
 * @param cols    of the scaled picture
 * @param top     row of the scaled picture where the input begins; negative where there is a margin
 * @param left    the same for columns
 */
public record Placement(PictureSize picture, int rows, int cols, int top, int left) {

    /** Place along the input's rows of a place along the picture's rows; may lie outside of the input. */
    public double row(final double row) {
        return row * rows / picture.rows() - top;
    }

    /** Place along the input's columns of a place along the picture's columns; may lie outside of the input. */
    public double col(final double col) {
        return col * cols / picture.cols() - left;
    }

    /** Place along the picture's rows of a place along the input's rows: the way back. */
    public double pictureRow(final double row) {
        return (row + top) * picture.rows() / rows;
    }

    /** Place along the picture's columns of a place along the input's columns: the way back. */
    public double pictureCol(final double col) {
        return (col + left) * picture.cols() / cols;
    }
}
