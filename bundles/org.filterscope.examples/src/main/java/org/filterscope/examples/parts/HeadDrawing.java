package org.filterscope.examples.parts;

import java.util.List;

import org.filterscope.examples.geometry.Capsule;
import org.filterscope.examples.geometry.Curve;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Polygon;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.geometry.Superellipse;
import org.filterscope.examples.geometry.Union;
import org.filterscope.examples.paint.Colour;

/** Draws the head as seen a little from its front, so that both eyes show. */
final class HeadDrawing {
    private static final Colour IVORY = new Colour(0.96, 0.92, 0.8);
    private static final Colour RED = new Colour(0.86, 0.13, 0.12);
    private static final Colour BEAK = new Colour(0.98, 0.66, 0.1);
    private static final Colour NOSE = new Colour(0.85, 0.42, 0.45);
    private static final Colour PUPIL = new Colour(0.05, 0.05, 0.08);
    /** How much smaller the far eye is drawn. */
    private static final double FAR_EYE = 0.7;
    private final Drawing drawing;
    private final Animal animal;
    private final CoatPaints paints;
    private final Point centre;
    private final double halfWidth;
    private final double halfHeight;
    private final double degrees;

    HeadDrawing(final Drawing drawing, final Skeleton bones, final CoatPaints paints) {
        this.drawing = drawing;
        this.paints = paints;
        animal = bones.animal();
        centre = bones.head();
        halfWidth = animal.category().front().headX();
        halfHeight = animal.category().front().headY();
        degrees = animal.neckAngle() * 0.25;
    }

    /** A place of the face; (1, 0) is the foremost point of the head, (0, 1) the chin. */
    private Point at(final double across, final double down) {
        final Point turned = new Point(across * halfWidth, down * halfHeight).turned(degrees);
        return centre.plus(turned.x(), turned.y());
    }

    private Shape ellipse(final double across, final double down, final double radiusX, final double radiusY, final double turned) {
        return Superellipse.ellipse(at(across, down), radiusX * halfWidth, radiusY * halfHeight, turned + degrees);
    }

    void draw() {
        ears();
        growths();
        drawing.add(AnimalPart.HEAD, ellipse(0, 0, 1, 1, 0), paints.base(1.04));
        snout();
        eye(true);
        eye(false);
    }

    private void ears() {
        switch (animal.category().ears()) {
            case POINTED -> {
                pointedEar(-1);
                pointedEar(1);
            }
            case LONG -> {
                longEar(-1);
                longEar(1);
            }
            case SIDEWAYS -> {
                drawing.add(AnimalPart.EAR, ellipse(-1.3, -0.42, 0.58, 0.26, 18), paints.base(0.9));
                drawing.add(AnimalPart.EAR, ellipse(1.25, -0.42, 0.5, 0.26, -18), paints.base(0.9));
            }
            case BROAD -> {
                drawing.add(AnimalPart.EAR, ellipse(-1.05, -0.05, 0.92, 1.15, 8), paints.base(0.9));
                drawing.add(AnimalPart.EAR, ellipse(-1.08, -0.02, 0.58, 0.78, 8), paints.palePlain());
                drawing.add(AnimalPart.EAR, ellipse(1.02, -0.2, 0.55, 0.95, -8), paints.base(0.85));
            }
            case NONE -> {
            }
        }
    }

    private void pointedEar(final int side) {
        drawing.add(AnimalPart.EAR, new Polygon(List.of(at(side * 0.1, -0.75), at(side * 0.8, -1.75), at(side * 0.98, -0.2))), paints.base(1));
        drawing.add(AnimalPart.EAR, new Polygon(List.of(at(side * 0.38, -0.85), at(side * 0.76, -1.4), at(side * 0.84, -0.5))),
                paints.bare(NOSE));
    }

    private void longEar(final int side) {
        drawing.add(AnimalPart.EAR, ellipse(side * 0.45, -1.7, 0.34, 1.1, side * 9), paints.base(1));
        drawing.add(AnimalPart.EAR, ellipse(side * 0.45, -1.7, 0.15, 0.8, side * 9), paints.bare(NOSE));
    }

    private void growths() {
        switch (animal.category().horns()) {
            case CURVED -> {
                horn(-1);
                horn(1);
            }
            case KNOBS -> {
                knob(-1);
                knob(1);
            }
            case COMB -> drawing.add(AnimalPart.COMB, Union.of(ellipse(-0.5, -0.95, 0.36, 0.42, 0), ellipse(0.05, -1.2, 0.38, 0.5, 0),
                    ellipse(0.6, -0.95, 0.34, 0.42, 0), ellipse(0.75, 1, 0.28, 0.45, 0)), paints.bare(RED));
            case TUSKS, NONE -> {
            }
        }
    }

    private void horn(final int side) {
        drawing.add(AnimalPart.HORN, new Curve(at(side * 0.5, -0.75), at(side * 1.5, -0.95), at(side * 1.2, -1.75), 0.024, 0.01).shape(),
                paints.bare(IVORY));
    }

    private void knob(final int side) {
        drawing.add(AnimalPart.HORN, new Capsule(at(side * 0.4, -0.7), 0.013, at(side * 0.55, -1.5), 0.013), paints.base(0.85));
        drawing.add(AnimalPart.HORN, Superellipse.circle(at(side * 0.56, -1.6), 0.02), paints.dark());
    }

    private void snout() {
        switch (animal.category().snout()) {
            case NOSE -> {
                drawing.add(AnimalPart.SNOUT, ellipse(0.16, 0.48, 0.5, 0.34, 0), paints.palePlain());
                drawing.add(AnimalPart.SNOUT, ellipse(0.16, 0.28, 0.17, 0.14, 0), paints.bare(NOSE));
            }
            case MUZZLE -> {
                drawing.add(AnimalPart.SNOUT, ellipse(0.2, 0.66, 0.86, 0.46, 0), paints.pale());
                drawing.add(AnimalPart.SNOUT, ellipse(-0.12, 0.62, 0.13, 0.1, 0), paints.bare(PUPIL));
                drawing.add(AnimalPart.SNOUT, ellipse(0.52, 0.62, 0.13, 0.1, 0), paints.bare(PUPIL));
            }
            case TRUNK -> {
                drawing.add(AnimalPart.TUSK, new Curve(at(0.62, 0.55), at(0.95, 1.15), at(1.5, 1.1), 0.02, 0.009).shape(), paints.bare(IVORY));
                drawing.add(AnimalPart.TUSK, new Curve(at(-0.12, 0.6), at(-0.05, 1.2), at(0.4, 1.3), 0.02, 0.009).shape(), paints.bare(IVORY));
                drawing.add(AnimalPart.SNOUT, new Curve(at(0.32, 0.44), at(0.36, 2.4), at(1.35, 2.15), 0.043, 0.024).shape(), paints.base(0.96));
            }
            case BEAK -> drawing.add(AnimalPart.BEAK, new Polygon(List.of(at(0.7, -0.25), at(1.95, 0.25), at(0.65, 0.55))), paints.bare(BEAK));
        }
    }

    /** @param near the eye on the side of the viewer, which is the rear one in the picture */
    private void eye(final boolean near) {
        final double size = near || animal.twinEyes() ? 1 : FAR_EYE;
        final AnimalPart part = near == animal.flipped() ? AnimalPart.RIGHT_EYE : AnimalPart.LEFT_EYE;
        final double radius = (hasBeak() ? 0.24 : 0.3) * Math.min(halfWidth, halfHeight) * size;
        drawing.add(part, Superellipse.circle(eyePlace(near), radius), paints.bare(Colour.WHITE));
        drawing.add(part, Superellipse.circle(eyePlace(near), radius * 0.66), paints.bare(PUPIL));
    }

    Point eyePlace(final boolean near) {
        return hasBeak() ? at(near ? -0.36 : 0.42, -0.28) : at(near ? -0.4 : 0.54, -0.26);
    }

    private boolean hasBeak() {
        return animal.category().snout() == Category.Snout.BEAK;
    }
}
