package org.filterscope.examples.geometry;

/**
 * |x / rx|^n + |y / ry|^n = 1, turned about its centre: an ellipse for n = 2, a box with round corners for n = 4. The distance is Taubin's
 * estimate, the implicit function over the length of its gradient.
 *
 * @param rx      half the length along its own x axis
 * @param ry      half the length along its own y axis
 * @param power   n: 2, 3 or 4
 * @param degrees by which its axes are turned, clockwise as seen
 */
public record Superellipse(Point centre, double rx, double ry, int power, double degrees, double cos, double sin) implements Shape {

    public static Superellipse of(final Point centre, final double rx, final double ry, final int power, final double degrees) {
        final double angle = StrictMath.toRadians(degrees);
        return new Superellipse(centre, rx, ry, power, degrees, StrictMath.cos(angle), StrictMath.sin(angle));
    }

    public static Superellipse ellipse(final Point centre, final double rx, final double ry, final double degrees) {
        return of(centre, rx, ry, 2, degrees);
    }

    public static Superellipse circle(final Point centre, final double radius) {
        return of(centre, radius, radius, 2, 0);
    }

    @Override
    public double distance(final double x, final double y) {
        final double dx = x - centre.x();
        final double dy = y - centre.y();
        final double u = Math.abs(cos * dx + sin * dy) / rx;
        final double v = Math.abs(cos * dy - sin * dx) / ry;
        final double slopeU = raised(u, power - 1);
        final double slopeV = raised(v, power - 1);
        final double value = slopeU * u + slopeV * v - 1;
        final double gradientU = power * slopeU / rx;
        final double gradientV = power * slopeV / ry;
        final double gradient = Math.sqrt(gradientU * gradientU + gradientV * gradientV);
        // At the centre the gradient vanishes; there the edge is about as far as the smaller half axis.
        return gradient * Math.min(rx, ry) < 1 ? value * Math.min(rx, ry) : value / gradient;
    }

    private static double raised(final double value, final int exponent) {
        return exponent == 1 ? value : exponent == 2 ? value * value : value * value * value;
    }

    @Override
    public Bounds bounds() {
        // The box |u|, |v| <= 1 holds every superellipse; for n = 2 the exact box is tighter.
        final double halfX = power == 2 ? Math.sqrt(rx * rx * cos * cos + ry * ry * sin * sin) : Math.abs(rx * cos) + Math.abs(ry * sin);
        final double halfY = power == 2 ? Math.sqrt(rx * rx * sin * sin + ry * ry * cos * cos) : Math.abs(rx * sin) + Math.abs(ry * cos);
        return new Bounds(centre.x() - halfX, centre.y() - halfY, centre.x() + halfX, centre.y() + halfY);
    }

    @Override
    public Shape placed(final Pose pose) {
        return of(pose.place(centre), rx * pose.scale(), ry * pose.scale(), power, degrees * pose.direction());
    }
}
