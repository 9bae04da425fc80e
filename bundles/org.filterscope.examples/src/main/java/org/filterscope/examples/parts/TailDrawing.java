package org.filterscope.examples.parts;

import org.filterscope.examples.geometry.Capsule;
import org.filterscope.examples.geometry.Curve;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.geometry.Superellipse;
import org.filterscope.examples.geometry.Union;

/** Draws the tail, and knows its two landmarks. */
final class TailDrawing {
    private static final double PUFF = 0.055;
    private final Skeleton bones;
    private final Curve curve;

    TailDrawing(final Skeleton bones) {
        this.bones = bones;
        final Point root = bones.tailRoot();
        final double raised = bones.animal().tailAngle() + bones.animal().tilt() / -2;
        curve = switch (bones.animal().category().tail()) {
            case LONG -> curve(root, 0.15, raised - 82, 0.17, raised - 12, 0.028, 0.02);
            case TUFTED -> curve(root, 0.07, raised - 75, 0.15, raised - 165, 0.015, 0.01);
            case PUFF -> curve(root, 0.02, raised - 80, 0.02, raised - 80, PUFF, PUFF);
            case FAN -> curve(root, 0.1, raised - 48, 0.1, raised - 48, 0.03, 0.04);
        };
    }

    private static Curve curve(final Point root, final double length, final double degrees, final double further, final double thenDegrees,
            final double radius, final double endRadius) {
        final Point first = Point.polar(length, degrees);
        final Point second = Point.polar(further, thenDegrees);
        final Point bend = root.plus(first.x(), first.y());
        return new Curve(root, bend, bend.plus(second.x(), second.y()), radius, endRadius);
    }

    /** Just outside of the torso. */
    Point root() {
        return curve.at(0.3);
    }

    Point tip() {
        return curve.to();
    }

    void draw(final Drawing drawing, final CoatPaints paints) {
        switch (bones.animal().category().tail()) {
            case LONG -> drawing.add(AnimalPart.TAIL, curve.shape(), paints.tail());
            case TUFTED -> {
                drawing.add(AnimalPart.TAIL, curve.shape(), paints.base(0.8));
                drawing.add(AnimalPart.TAIL, Superellipse.ellipse(tip(), 0.022, 0.034, bones.animal().tailAngle()), paints.dark());
            }
            case PUFF -> drawing.add(AnimalPart.TAIL, curve.shape(), paints.pale());
            case FAN -> drawing.add(AnimalPart.TAIL, fan(), paints.base(0.7));
        }
    }

    private Shape fan() {
        final Point root = bones.tailRoot();
        final Point middle = new Point(tip().x() - root.x(), tip().y() - root.y());
        final Point lower = middle.turned(-28);
        final Point upper = middle.turned(28);
        return Union.of(feather(root, lower), feather(root, middle), feather(root, upper));
    }

    private static Shape feather(final Point root, final Point reach) {
        return new Capsule(root, 0.03, root.plus(reach.x(), reach.y()), 0.04);
    }
}
