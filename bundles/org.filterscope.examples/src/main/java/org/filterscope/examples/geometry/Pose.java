package org.filterscope.examples.geometry;

/**
 * Where a thing drawn around its own origin stands in the picture.
 *
 * @param x       of the origin
 * @param y       of the origin
 * @param scale   length in the picture of a length 1 of the thing
 * @param flipped the thing looks to the other side
 */
public record Pose(double x, double y, double scale, boolean flipped) {

    public Point place(final Point local) {
        return new Point(x + direction() * scale * local.x(), y + scale * local.y());
    }

    double direction() {
        return flipped ? -1 : 1;
    }

    /** The x of the thing's own coordinates that is drawn at x of the picture. */
    public double localX(final double pictureX) {
        return direction() * (pictureX - x) / scale;
    }

    public double localY(final double pictureY) {
        return (pictureY - y) / scale;
    }
}
