package org.filterscope.examples.parts;

import org.filterscope.examples.geometry.Point;

/** Where an animal's joints lie. The animal looks to the right, the centre of its torso is the origin, lengths are those at scale 1. */
record Skeleton(Animal animal) {
    /** How far the feet of the far side stand above those of the near side. */
    private static final double FAR_GROUND = 0.018;

    private Category.Build build() {
        return animal.category().build();
    }

    double halfLength() {
        return build().halfLength() * animal.aspect();
    }

    double halfHeight() {
        return build().halfHeight();
    }

    /** A place of the torso; (1, 0) is its foremost point, (0, -1) the top. */
    Point torso(final double along, final double down) {
        return new Point(along * halfLength(), down * halfHeight()).turned(-animal.tilt());
    }

    Point shoulder() {
        return torso(0.72, -0.4);
    }

    Point head() {
        final Category.Front front = animal.category().front();
        final Point reach = Point.polar(front.neckLength(), front.neckDegrees() + animal.neckAngle());
        return shoulder().plus(reach.x(), reach.y());
    }

    /** Half way along the stretch of neck that neither torso nor head should cover. */
    Point neck() {
        final Category.Front front = animal.category().front();
        final double covered = Math.min(front.headX(), front.headY()) / front.neckLength();
        return shoulder().towards(head(), (0.25 + Math.max(0.3, 1 - covered)) / 2);
    }

    Point tailRoot() {
        return torso(-0.9, -0.4);
    }

    Point hip(final boolean front, final boolean near) {
        if (build().legs() == 2) {
            return torso(front ? 0.2 : -0.12, 0.6);
        }
        return torso((front ? 0.66 : -0.72) + (near ? 0 : front ? -0.24 : 0.24), 0.35);
    }

    /** The near and the far leg of a pair swing against each other, and so do front and rear. */
    Point foot(final boolean front, final boolean near) {
        final Point hip = hip(front, near);
        final double ground = build().ground() - build().legRadius() - (near || build().legs() == 2 ? 0 : FAR_GROUND);
        final double swing = animal.swing() * (front == near ? 1 : -1);
        return new Point(hip.x() + (ground - hip.y()) * StrictMath.tan(StrictMath.toRadians(swing)), ground);
    }
}
