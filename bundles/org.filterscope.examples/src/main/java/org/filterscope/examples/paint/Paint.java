package org.filterscope.examples.paint;

import org.filterscope.examples.geometry.Pose;

/** The colour of a surface at every place of it. */
@FunctionalInterface
public interface Paint {

    /**
     * @param depth how far inside the shape's edge the place lies, at least 0
     * @return 0xRRGGBB
     */
    int at(double x, double y, double depth);

    /** The same paint on a thing that stands in the picture. */
    default Paint placed(final Pose pose) {
        final double scale = 1 / pose.scale();
        return (x, y, depth) -> at(pose.localX(x), pose.localY(y), depth * scale);
    }

    static Paint flat(final int colour) {
        return (x, y, depth) -> colour;
    }

    /** This paint with a line of another colour along the edge, so wide. */
    default Paint outlined(final int colour, final double width) {
        return (x, y, depth) -> depth < width ? colour : at(x, y, depth);
    }

    /** This paint in light from above: brighter at the top, darker at the bottom. */
    default Paint lit(final double top, final double bottom) {
        final double slope = 1 / (bottom - top);
        return (x, y, depth) -> Packed.times(at(x, y, depth), 1.12 - 0.3 * Math.max(0, Math.min(1, (y - top) * slope)));
    }
}
