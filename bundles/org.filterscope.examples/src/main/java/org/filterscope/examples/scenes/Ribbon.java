package org.filterscope.examples.scenes;

import org.filterscope.examples.geometry.Bounds;
import org.filterscope.examples.geometry.Pose;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.random.RandomStream;

/**
 * A strip of ground that runs from the viewer to the horizon: the geometry of every road and every river. Nearness t is 0 at the horizon and 1
 * at the picture's lower edge; width grows with nearness, as perspective wants.
 *
 * @param horizon   y of the horizon
 * @param far       x at the horizon
 * @param near      x at the lower edge
 * @param bend      to one side
 * @param sway      to one side, then to the other
 * @param farHalf   half the width at the horizon
 * @param spreading half the width gained from the horizon to the lower edge
 */
record Ribbon(double horizon, double far, double near, double bend, double sway, double farHalf, double spreading) implements Shape {
    private static final double FAR_HALF = 0.012;

    /** Its area is 11 to 17 % of the picture: things that stand on it leave at least 8 %. */
    static Ribbon draw(final double horizon, final RandomStream random) {
        final double area = random.uniform(0.11, 0.17);
        final double spreading = area / (1 - horizon) - 2 * FAR_HALF;
        final double half = FAR_HALF + spreading;
        final double near = random.uniform(Math.min(0.5, half), Math.max(0.5, 1 - half));
        return new Ribbon(horizon, random.uniform(0.25, 0.75), near, random.uniform(-0.55, 0.55), random.uniform(-0.7, 0.7), FAR_HALF, spreading);
    }

    double nearness(final double y) {
        return (y - horizon) / (1 - horizon);
    }

    double y(final double nearness) {
        return horizon + nearness * (1 - horizon);
    }

    double centre(final double nearness) {
        final double t = Math.max(0, Math.min(1, nearness));
        final double bow = t * (1 - t);
        return far + (near - far) * t + bend * bow + sway * bow * (1 - 2 * t);
    }

    double half(final double nearness) {
        return farHalf + spreading * nearness;
    }

    /** Place across: -1 at the left edge, 1 at the right. */
    double across(final double x, final double y) {
        final double nearness = nearness(y);
        return (x - centre(nearness)) / half(nearness);
    }

    /** Place along, in steps that look longer the nearer they are. */
    double along(final double y) {
        return 1 / (nearness(y) + 0.09);
    }

    /** Whether something so wide and high, standing at a nearness, covers none of it. */
    boolean free(final double x, final double halfWidth, final double nearness, final double height) {
        final double top = Math.max(0, nearness - height / (1 - horizon));
        for (int i = 0; i <= 16; i++) {
            final double t = top + (nearness - top) * i / 16;
            if (Math.abs(x - centre(t)) < half(t) + halfWidth + 0.01) {
                return false;
            }
        }
        return true;
    }

    /** Across the ribbon, at right angles to the picture's side: exact in sign. */
    @Override
    public double distance(final double x, final double y) {
        final double nearness = nearness(y);
        final double above = horizon - y;
        return above > 0 ? above : Math.max(above, Math.abs(x - centre(nearness)) - half(nearness));
    }

    @Override
    public Bounds bounds() {
        return new Bounds(-1, horizon, 2, 2);
    }

    @Override
    public Shape placed(final Pose pose) {
        throw new UnsupportedOperationException("a ribbon lies in the picture, not on a thing");
    }
}
