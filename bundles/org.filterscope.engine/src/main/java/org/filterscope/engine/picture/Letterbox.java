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

    /** Sides scaled apart. */
    static Letterbox stretched(final Shape ground) {
        return new Letterbox(ground.rows(), ground.cols(), 0, 0);
    }

    /** As small as covers the ground; the middle is kept. */
    static Letterbox covering(final int height, final int width, final Shape ground) {
        final double scale = Math.max((double) ground.rows() / height, (double) ground.cols() / width);
        final int rows = Math.max(ground.rows(), (int) Math.round(height * scale));
        final int cols = Math.max(ground.cols(), (int) Math.round(width * scale));
        return new Letterbox(rows, cols, -((rows - ground.rows()) / 2), -((cols - ground.cols()) / 2));
    }

    /** {@code ImageOps.pad} of the Python Imaging Library: nearest whole numbers, halves to the even one. */
    static Letterbox pil(final int height, final int width, final Shape ground) {
        final double shape = (double) width / height;
        final double wanted = (double) ground.cols() / ground.rows();
        final int rows = shape > wanted ? nearest((double) height / width * ground.cols()) : ground.rows();
        final int cols = shape < wanted ? nearest(shape * ground.rows()) : ground.cols();
        return new Letterbox(rows, cols, (int) Math.rint((ground.rows() - rows) * 0.5), (int) Math.rint((ground.cols() - cols) * 0.5));
    }

    private static int nearest(final double side) {
        return Math.max(1, (int) Math.rint(side));
    }

    /** {@code tf.image.resize_with_pad} of TensorFlow 2: whole numbers below, in single precision, the margin of the side not yet rounded. */
    static Letterbox tensorFlow(final int height, final int width, final Shape ground) {
        final float reduction = Math.max((float) width / ground.cols(), (float) height / ground.rows());
        final float rows = height / reduction;
        final float cols = width / reduction;
        return new Letterbox(Math.max(1, (int) rows), Math.max(1, (int) cols), margin(ground.rows() - rows), margin(ground.cols() - cols));
    }

    private static int margin(final float rest) {
        return Math.max(0, (int) Math.floor(rest / 2));
    }
}
