package org.filterscope.examples.geometry;

import java.util.ArrayList;
import java.util.List;

/** A quadratic Bézier curve with a thickness that runs evenly from one end to the other: tails, trunks, horns. */
public record Curve(Point from, Point bend, Point to, double fromRadius, double toRadius) {
    private static final int PIECES = 8;

    /** The place a share of the way along. */
    public Point at(final double share) {
        return from.towards(bend, share).towards(bend.towards(to, share), share);
    }

    /** Straight pieces, fine enough that no corner shows at 128 pixels. */
    public Shape shape() {
        final List<Shape> pieces = new ArrayList<>();
        for (int i = 0; i < PIECES; i++) {
            pieces.add(new Capsule(at(i / (double) PIECES), radius(i), at((i + 1) / (double) PIECES), radius(i + 1)));
        }
        return new Union(pieces);
    }

    private double radius(final int piece) {
        return fromRadius + (toRadius - fromRadius) * piece / PIECES;
    }
}
