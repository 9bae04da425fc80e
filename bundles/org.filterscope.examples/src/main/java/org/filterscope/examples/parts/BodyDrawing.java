package org.filterscope.examples.parts;

import java.util.List;

import org.filterscope.examples.geometry.Capsule;
import org.filterscope.examples.geometry.Intersection;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Polygon;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.geometry.Superellipse;
import org.filterscope.examples.geometry.Union;
import org.filterscope.examples.paint.Colour;

/** Draws legs, neck and torso, and what the animal wears on them. */
final class BodyDrawing {
    private static final Colour HEN_LEG = new Colour(0.93, 0.62, 0.12);
    private static final Colour COLLAR = new Colour(0.85, 0.1, 0.15);
    private static final Colour BLANKET = new Colour(0.15, 0.3, 0.8);
    /** Half the band's width. */
    private static final double COLLAR_RADIUS = 0.028;
    private final Drawing drawing;
    private final Skeleton bones;
    private final CoatPaints paints;

    BodyDrawing(final Drawing drawing, final Skeleton bones, final CoatPaints paints) {
        this.drawing = drawing;
        this.bones = bones;
        this.paints = paints;
    }

    void legs() {
        final boolean two = build().legs() == 2;
        if (!two) {
            leg(false, false);
            leg(true, false);
        }
        leg(false, true);
        leg(true, true);
    }

    private Category.Build build() {
        return bones.animal().category().build();
    }

    private void leg(final boolean front, final boolean near) {
        final AnimalPart part = front ? AnimalPart.FRONT_LEG : AnimalPart.REAR_LEG;
        final Point hip = bones.hip(front, near);
        final Point foot = bones.foot(front, near);
        final double radius = build().legRadius();
        if (build().legs() == 2) {
            drawing.add(part, Union.of(new Capsule(hip, radius, foot, radius), new Capsule(foot, radius, foot.plus(0.05, 0.006), 0.008),
                    new Capsule(foot, radius, foot.plus(-0.035, 0.006), 0.008)), paints.bare(HEN_LEG));
            return;
        }
        drawing.add(part, new Capsule(hip, radius * 1.25, foot, radius), paints.base(near ? 0.97 : 0.72));
        // The foot, a little before the leg.
        drawing.add(part, Superellipse.of(foot.plus(radius * 0.25, radius * 0.3), radius * 1.25, radius * 0.75, 3, 0),
                bones.animal().category().horns() == Category.Horns.NONE ? paints.base(near ? 1 : 0.75) : paints.dark());
    }

    void neck() {
        final Category.Front front = bones.animal().category().front();
        drawing.add(AnimalPart.NECK, new Capsule(bones.shoulder(), front.shoulder(), bones.head(), front.nape()),
                paints.patterned(bones.head().y(), bones.shoulder().y() + front.shoulder()));
    }

    void torso() {
        final Shape torso = Superellipse.of(new Point(0, 0), bones.halfLength(), bones.halfHeight(), build().power(), -bones.animal().tilt());
        drawing.add(AnimalPart.TORSO, torso, paints.patterned(-bones.halfHeight(), bones.halfHeight()));
        if (bones.animal().category().build().legs() == 2) {
            drawing.add(AnimalPart.WING, Superellipse.ellipse(bones.torso(-0.5, 0.02), bones.halfLength() * 0.34, bones.halfHeight() * 0.42,
                    15 - bones.animal().tilt()), paints.base(0.8));
        }
        if (bones.animal().blanket()) {
            drawing.add(AnimalPart.BLANKET, new Intersection(torso, new Polygon(List.of(bones.torso(-0.5, -1.5),
                    bones.torso(0.35, -1.5), bones.torso(0.35, -0.12), bones.torso(-0.5, -0.12)))), paints.lined(BLANKET));
        }
    }

    /** A band across the neck, as wide as the neck is there. */
    void collar() {
        if (!bones.animal().collar()) {
            return;
        }
        final Category.Front front = bones.animal().category().front();
        final double half = (front.shoulder() + front.nape()) / 2 * 0.95;
        final double degrees = front.neckDegrees() + bones.animal().neckAngle() + 90;
        final Point across = Point.polar(half, degrees);
        final Point middle = bones.neck();
        drawing.add(AnimalPart.COLLAR, new Capsule(middle.plus(-across.x(), -across.y()), COLLAR_RADIUS,
                middle.plus(across.x(), across.y()), COLLAR_RADIUS),
                paints.lined(COLLAR));
    }
}
