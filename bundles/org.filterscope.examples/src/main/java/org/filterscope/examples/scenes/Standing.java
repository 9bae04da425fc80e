package org.filterscope.examples.scenes;

import org.filterscope.examples.geometry.Pose;

/**
 * A thing that stands on the ground.
 *
 * @param nearness 0 at the horizon, 1 at the lower edge; the nearer covers the farther
 */
record Standing(Thing thing, Pose pose, double nearness, double halfWidth) {

    boolean besides(final Standing other) {
        return Math.abs(pose.x() - other.pose.x()) > 0.85 * (halfWidth + other.halfWidth);
    }
}
