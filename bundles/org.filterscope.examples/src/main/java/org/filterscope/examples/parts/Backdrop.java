package org.filterscope.examples.parts;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.examples.geometry.Box;
import org.filterscope.examples.geometry.Capsule;
import org.filterscope.examples.geometry.Everywhere;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Polygon;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.geometry.Superellipse;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Packed;
import org.filterscope.examples.paint.Patterns;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.paint.Texture;
import org.filterscope.examples.random.RandomStream;
import org.filterscope.examples.render.Element;
import org.filterscope.examples.render.Identity;

/** Draws what is behind an animal, and now and then before it. Colours are pale, so that the animal stands out. */
final class Backdrop {
    private static final List<Colour> COLOURS = List.of(new Colour(0.58, 0.77, 0.93), new Colour(0.62, 0.83, 0.6),
            new Colour(0.9, 0.84, 0.66), new Colour(0.93, 0.74, 0.76), new Colour(0.76, 0.72, 0.9), new Colour(0.8, 0.87, 0.52),
            new Colour(0.5, 0.76, 0.74));

    private Backdrop() {
    }

    static List<Element> draw(final Background kind, final RandomStream random) {
        final Colour colour = random.pick(COLOURS).jittered(random, 0.04);
        final Colour other = random.chance(0.5) ? colour.towards(Colour.WHITE, 0.55) : colour.darker(0.72);
        final List<Element> elements = new ArrayList<>();
        elements.add(new Element(new Everywhere(), surface(kind, colour, other, random), Identity.NOTHING));
        if (kind == Background.CLUTTER) {
            final int pieces = 6 + random.below(5);
            for (int i = 0; i < pieces; i++) {
                elements.add(new Element(piece(random), Surface.plain(random.pick(COLOURS).jittered(random, 0.06).darker(random.uniform(0.7, 1))),
                        Identity.NOTHING));
            }
        }
        return elements;
    }

    private static Surface surface(final Background kind, final Colour colour, final Colour other, final RandomStream random) {
        return switch (kind) {
            case NOISE -> Surface.of(Patterns.mottled(colour, other, random.uniform(0.05, 0.2), random), Texture.NOISY, colour);
            case STRIPES -> Surface.of(Patterns.stripes(colour, other, random.uniform(0.12, 0.18), random.uniform(0, 180), random),
                    Texture.STRIPED, colour);
            case GRADIENT -> gradient(colour, other);
            case CLUTTER -> Surface.plain(colour);
        };
    }

    private static Surface gradient(final Colour top, final Colour bottom) {
        final int first = top.packed();
        final int second = bottom.packed();
        return Surface.of((x, y, depth) -> Packed.mix(first, second, y), Texture.PLAIN, top.towards(bottom, 0.5));
    }

    /** A bar, a triangle or a crate: nothing that looks like a head. */
    private static Shape piece(final RandomStream random) {
        final Point middle = new Point(random.uniform(), random.uniform());
        final double size = random.uniform(0.04, 0.11);
        final double degrees = random.uniform(0, 360);
        return switch (random.below(3)) {
            case 0 -> {
                final Point reach = Point.polar(size * 1.3, degrees);
                yield new Capsule(middle.plus(-reach.x(), -reach.y()), size * 0.25, middle.plus(reach.x(), reach.y()), size * 0.25);
            }
            case 1 -> corners(middle, size, degrees, 3);
            default -> corners(middle, size, degrees, 4);
        };
    }

    private static Shape corners(final Point middle, final double size, final double degrees, final int number) {
        final List<Point> corners = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            final Point reach = Point.polar(size, degrees + 360.0 * i / number);
            corners.add(middle.plus(reach.x(), reach.y()));
        }
        return new Polygon(corners);
    }

    /** A head without an animal, to lure detectors: a disc with two eyes. */
    static List<Element> distractor(final RandomStream random) {
        final Point middle = new Point(random.uniform(0.08, 0.92), random.uniform(0.08, 0.92));
        final double radius = random.uniform(0.05, 0.09);
        final Colour colour = random.pick(Coat.PALETTES).base();
        final Surface eye = Surface.plain(Colour.BLACK);
        return List.of(
                new Element(Superellipse.circle(middle, radius), Surface.plain(colour), Identity.NOTHING),
                new Element(Superellipse.circle(middle.plus(-radius * 0.4, -radius * 0.2), radius * 0.2), eye, Identity.NOTHING),
                new Element(Superellipse.circle(middle.plus(radius * 0.4, -radius * 0.2), radius * 0.2), eye, Identity.NOTHING));
    }

    /** A board somewhere before the animal. */
    static Element occluder(final RandomStream random) {
        final Point middle = new Point(random.uniform(0.25, 0.75), random.uniform(0.25, 0.75));
        final double halfWidth = random.uniform(0.06, 0.14);
        final double halfHeight = random.uniform(0.06, 0.14);
        final Surface board = Surface.plain(random.pick(COLOURS).darker(0.55));
        return new Element(new Box(middle.x() - halfWidth, middle.y() - halfHeight, middle.x() + halfWidth, middle.y() + halfHeight),
                board.painted(board.paint().outlined(Colour.BLACK.packed(), 0.006)), Identity.NOTHING);
    }
}
