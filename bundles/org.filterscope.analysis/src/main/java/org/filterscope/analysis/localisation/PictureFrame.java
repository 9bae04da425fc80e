package org.filterscope.analysis.localisation;

/**
 * From places on the pictures to places on what was taken of them, and back: mirrored pictures are turned round, the others are as they are.
 *
 * @param width    of the network's input, in pixels; column 0 is the centre of the first
 * @param mirrored by picture, whether it was taken mirrored
 */
public record PictureFrame(int width, boolean[] mirrored) {

    /** A place's column on the other side: of the picture as taken when that on the picture is given, and the other way round. */
    public double col(final int picture, final double col) {
        return mirrored[picture] ? width - 1 - col : col;
    }

    public int pictures() {
        return mirrored.length;
    }
}
