package org.filterscope.examples.geometry;

/** The whole plane: what a background covers. */
public record Everywhere() implements Shape {

    @Override
    public double distance(final double x, final double y) {
        return -1;
    }

    @Override
    public Bounds bounds() {
        return Bounds.EVERYTHING;
    }

    @Override
    public Shape placed(final Pose pose) {
        return this;
    }
}
