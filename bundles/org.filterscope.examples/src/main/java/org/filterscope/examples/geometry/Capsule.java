package org.filterscope.examples.geometry;

/** What two circles and the straight strip between them cover, the radius running evenly from one to the other. */
public record Capsule(Point from, double fromRadius, Point to, double toRadius) implements Shape {

    @Override
    public double distance(final double x, final double y) {
        final double dx = to.x() - from.x();
        final double dy = to.y() - from.y();
        final double px = x - from.x();
        final double py = y - from.y();
        final double length = dx * dx + dy * dy;
        final double share = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
        final double ox = px - share * dx;
        final double oy = py - share * dy;
        return Math.sqrt(ox * ox + oy * oy) - (fromRadius + share * (toRadius - fromRadius));
    }

    @Override
    public Bounds bounds() {
        return Bounds.around(from.x(), from.y(), fromRadius).with(Bounds.around(to.x(), to.y(), toRadius));
    }

    @Override
    public Shape placed(final Pose pose) {
        return new Capsule(pose.place(from), fromRadius * pose.scale(), pose.place(to), toRadius * pose.scale());
    }
}
