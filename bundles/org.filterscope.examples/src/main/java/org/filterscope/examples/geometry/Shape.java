package org.filterscope.examples.geometry;

/** A shape told by its signed distance. */
public interface Shape {

    /** Negative inside, 0 on the edge, positive outside. The sign is exact; the size is a first-order estimate near the edge. */
    double distance(double x, double y);

    /** A box outside of which {@link #distance} is positive. */
    Bounds bounds();

    /** The shape as it stands in the picture. */
    Shape placed(Pose pose);
}
