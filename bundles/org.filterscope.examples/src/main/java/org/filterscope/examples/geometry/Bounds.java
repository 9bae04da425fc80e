package org.filterscope.examples.geometry;

/** An upright box that holds a shape. */
public record Bounds(double left, double top, double right, double bottom) {
    public static final Bounds EVERYTHING = new Bounds(-1e9, -1e9, 1e9, 1e9);

    public static Bounds around(final double x, final double y, final double radius) {
        return new Bounds(x - radius, y - radius, x + radius, y + radius);
    }

    public Bounds with(final Bounds other) {
        return new Bounds(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right), Math.max(bottom, other.bottom));
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }
}
