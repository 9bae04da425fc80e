package org.filterscope.examples.geometry;

/** A place: x to the right, y down; the picture is the square from 0 to 1. */
public record Point(double x, double y) {

    public Point plus(final double dx, final double dy) {
        return new Point(x + dx, y + dy);
    }

    /** The place a share of the way to another. */
    public Point towards(final Point other, final double share) {
        return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }

    /** Turned about the origin, clockwise as seen (y points down). */
    public Point turned(final double degrees) {
        final double angle = StrictMath.toRadians(degrees);
        final double cos = StrictMath.cos(angle);
        final double sin = StrictMath.sin(angle);
        return new Point(cos * x - sin * y, sin * x + cos * y);
    }

    /** So far away, the angle counted from straight up towards the right. */
    public static Point polar(final double length, final double degreesFromUp) {
        final double angle = StrictMath.toRadians(degreesFromUp);
        return new Point(length * StrictMath.sin(angle), -length * StrictMath.cos(angle));
    }
}
