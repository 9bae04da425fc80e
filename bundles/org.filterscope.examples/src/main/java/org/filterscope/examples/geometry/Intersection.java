package org.filterscope.examples.geometry;

/** What both of two shapes cover. */
public record Intersection(Shape first, Shape second) implements Shape {

    @Override
    public double distance(final double x, final double y) {
        return Math.max(first.distance(x, y), second.distance(x, y));
    }

    @Override
    public Bounds bounds() {
        final Bounds a = first.bounds();
        final Bounds b = second.bounds();
        return new Bounds(Math.max(a.left(), b.left()), Math.max(a.top(), b.top()), Math.min(a.right(), b.right()),
                Math.min(a.bottom(), b.bottom()));
    }

    @Override
    public Shape placed(final Pose pose) {
        return new Intersection(first.placed(pose), second.placed(pose));
    }
}
