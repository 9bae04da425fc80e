package org.filterscope.engine.picture;

import org.filterscope.engine.graph.Shape;

/**
 * Where a resized picture lies on the network's input. Of a whole picture on a ground of another shape, as large as fits, in the middle, the two
 * libraries round differently: it may be a pixel smaller or lie a pixel beside.
 *
 * @param rows height of the reduced or enlarged picture, in pixels
 * @param cols its width
 * @param top  row of the ground where it starts; negative where it is cut off
 * @param left column of the ground where it starts; negative where it is cut off
 */
record Letterbox(int rows, int cols, int top, int left) {

    /** {@code ImageOps.pad} of the Python Imaging Library: nearest whole numbers, halves to the even one. */
    static Letterbox pil(final PictureSize picture, final Shape ground) {
        final double shape = (double) picture.cols() / picture.rows();
        final double wanted = (double) ground.cols() / ground.rows();
        final int rows = shape > wanted ? nearest((double) picture.rows() / picture.cols() * ground.cols()) : ground.rows();
        final int cols = shape < wanted ? nearest(shape * ground.rows()) : ground.cols();
        return new Letterbox(rows, cols, (int) Math.rint((ground.rows() - rows) * 0.5), (int) Math.rint((ground.cols() - cols) * 0.5));
    }

    private static int nearest(final double side) {
        return Math.max(1, (int) Math.rint(side));
    }

    /** {@code tf.image.resize_with_pad} of TensorFlow 2: whole numbers below, in single precision, the margin of the side not yet rounded. */
    static Letterbox tensorFlow(final PictureSize picture, final Shape ground) {
        final float reduction = Math.max((float) picture.cols() / ground.cols(), (float) picture.rows() / ground.rows());
        final float rows = picture.rows() / reduction;
        final float cols = picture.cols() / reduction;
        return new Letterbox(Math.max(1, (int) rows), Math.max(1, (int) cols), margin(ground.rows() - rows), margin(ground.cols() - cols));
    }

    private static int margin(final float rest) {
        return Math.max(0, (int) Math.floor(rest / 2));
    }
}
