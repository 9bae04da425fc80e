package org.filterscope.core.trace;

/**
 * How a picture lies in the network's input: it is resized, and a window of the resized picture is what the network sees. Lengths in pixels.
 *
 * @param pictureRows of the picture's file
 * @param pictureCols of the picture's file
 * @param inputRows   of the network's input
 * @param inputCols   of the network's input
 * @param resizedRows that the picture is brought to
 * @param resizedCols that the picture is brought to
 * @param top         first row of the resized picture that the network sees; negative where a border is added
 * @param left        first column of the resized picture that the network sees; negative where a border is added
 */
public record PictureFrame(int pictureRows, int pictureCols, int inputRows, int inputCols, int resizedRows, int resizedCols, int top, int left) {

    /** Where a row of the input, 0 is its upper edge, lies in the picture. */
    public double pictureRow(final double row) {
        return (row + top) * pictureRows / resizedRows;
    }

    /** Where a column of the input, 0 is its left edge, lies in the picture. */
    public double pictureCol(final double col) {
        return (col + left) * pictureCols / resizedCols;
    }
}
