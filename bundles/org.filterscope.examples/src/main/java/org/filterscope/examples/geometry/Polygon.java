package org.filterscope.examples.geometry;

import java.util.List;
import java.util.stream.IntStream;

/** A polygon without self-crossings, in either direction. */
public record Polygon(List<Point> corners) implements Shape {

    public Polygon {
        corners = List.copyOf(corners);
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a polygon has at least three corners, not " + corners.size());
        }
    }

    public static Polygon of(final double... coordinates) {
        return new Polygon(IntStream.range(0, coordinates.length / 2)
                .mapToObj(i -> new Point(coordinates[2 * i], coordinates[2 * i + 1])).toList());
    }

    @Override
    public double distance(final double x, final double y) {
        double nearest = Double.MAX_VALUE;
        boolean inside = false;
        Point last = corners.get(corners.size() - 1);
        for (int i = 0; i < corners.size(); i++) {
            final Point corner = corners.get(i);
            nearest = Math.min(nearest, squaredDistance(last, corner, x, y));
            if (corner.y() > y != last.y() > y && x < corner.x() + (y - corner.y()) * (last.x() - corner.x()) / (last.y() - corner.y())) {
                inside = !inside;
            }
            last = corner;
        }
        return inside ? -Math.sqrt(nearest) : Math.max(Math.sqrt(nearest), Double.MIN_NORMAL);
    }

    private static double squaredDistance(final Point a, final Point b, final double x, final double y) {
        final double dx = b.x() - a.x();
        final double dy = b.y() - a.y();
        final double length = dx * dx + dy * dy;
        final double share = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x()) * dx + (y - a.y()) * dy) / length));
        final double ox = x - a.x() - share * dx;
        final double oy = y - a.y() - share * dy;
        return ox * ox + oy * oy;
    }

    @Override
    public Bounds bounds() {
        return corners.stream().map(corner -> Bounds.around(corner.x(), corner.y(), 0)).reduce(Bounds::with).orElseThrow();
    }

    @Override
    public Shape placed(final Pose pose) {
        return new Polygon(corners.stream().map(pose::place).toList());
    }
}
