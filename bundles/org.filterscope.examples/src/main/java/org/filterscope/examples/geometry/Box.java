package org.filterscope.examples.geometry;

/** An upright box. */
public record Box(double left, double top, double right, double bottom) implements Shape {

    @Override
    public double distance(final double x, final double y) {
        final double across = Math.max(left - x, x - right);
        final double down = Math.max(top - y, y - bottom);
        return across > 0 && down > 0 ? Math.sqrt(across * across + down * down) : Math.max(across, down);
    }

    @Override
    public Bounds bounds() {
        return new Bounds(left, top, right, bottom);
    }

    @Override
    public Shape placed(final Pose pose) {
        final Point a = pose.place(new Point(left, top));
        final Point b = pose.place(new Point(right, bottom));
        return new Box(Math.min(a.x(), b.x()), a.y(), Math.max(a.x(), b.x()), b.y());
    }
}
