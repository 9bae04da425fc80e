package org.filterscope.examples.scenes;

import java.util.List;

import org.filterscope.examples.geometry.Box;
import org.filterscope.examples.geometry.Capsule;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Polygon;
import org.filterscope.examples.geometry.Superellipse;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Patterns;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.paint.Texture;
import org.filterscope.examples.random.RandomStream;

/** Draws cars seen along the road and sailing boats, about 1 wide. */
final class Vehicles {
    private static final List<Colour> CARS = List.of(new Colour(0.85, 0.12, 0.12), new Colour(0.95, 0.78, 0.1), new Colour(0.15, 0.3, 0.8),
            new Colour(0.93, 0.93, 0.93), new Colour(0.1, 0.55, 0.3), new Colour(0.55, 0.2, 0.6));
    private static final List<Colour> SAILS = List.of(new Colour(0.97, 0.96, 0.92), new Colour(0.9, 0.2, 0.18), new Colour(0.97, 0.8, 0.2));
    private static final Colour HULL = new Colour(0.5, 0.26, 0.12);
    private static final Colour TYRE = new Colour(0.08, 0.08, 0.09);
    private static final Colour GLASS = new Colour(0.25, 0.36, 0.46);

    private Vehicles() {
    }

    /** @param away whether it drives away from the viewer and shows its red lights */
    static Thing car(final boolean away, final RandomStream random) {
        final Thing car = new Thing(SceneObject.CAR);
        final Colour colour = random.pick(CARS).jittered(random, 0.03);
        final Surface plain = Surface.plain(colour);
        final Surface body = plain.painted(plain.paint().outlined(colour.darker(0.4).packed(), 0.035));
        final Surface tyre = Surface.plain(TYRE);
        car.add(ScenePart.WHEEL, Material.RUBBER, new Box(-0.48, -0.3, -0.2, 0), tyre);
        car.add(ScenePart.WHEEL, Material.RUBBER, new Box(0.2, -0.3, 0.48, 0), tyre);
        car.add(ScenePart.BODYWORK, Material.METAL, Polygon.of(-0.44, -0.5, -0.3, -0.93, 0.3, -0.93, 0.44, -0.5), body);
        car.add(ScenePart.WINDOW, Material.GLASS, Polygon.of(-0.34, -0.53, -0.24, -0.86, 0.24, -0.86, 0.34, -0.53), Surface.plain(GLASS));
        car.add(ScenePart.BODYWORK, Material.METAL, Superellipse.of(new Point(0, -0.39), 0.5, 0.19, 4, 0), body);
        final Surface light = Surface.plain(away ? new Colour(1, 0.15, 0.1) : new Colour(1, 0.97, 0.7));
        for (int side = -1; side <= 1; side += 2) {
            car.add(ScenePart.BODYWORK, Material.GLASS, Superellipse.of(new Point(side * 0.37, -0.44), 0.085, 0.06, 4, 0), light);
        }
        return car;
    }

    static Thing boat(final RandomStream random) {
        final Thing boat = new Thing(SceneObject.BOAT);
        final Surface hull = Surface.plain(HULL.jittered(random, 0.04));
        final Colour canvas = random.pick(SAILS).jittered(random, 0.02);
        final Surface sail = random.chance(0.3)
                ? Surface.of(Patterns.stripes(canvas, new Colour(0.2, 0.3, 0.65), 0.26, 90, random), Texture.STRIPED, canvas)
                : Surface.plain(canvas);
        boat.add(ScenePart.MAST, Material.WOOD, new Capsule(new Point(0, -0.1), 0.025, new Point(0, -1.25), 0.02), Surface.plain(HULL.darker(0.6)));
        boat.add(ScenePart.SAIL, Material.FABRIC, Polygon.of(0.04, -1.2, 0.04, -0.28, 0.5, -0.28), sail);
        boat.add(ScenePart.SAIL, Material.FABRIC, Polygon.of(-0.04, -1.05, -0.04, -0.28, -0.42, -0.28), sail);
        boat.add(ScenePart.HULL, Material.WOOD, Polygon.of(-0.55, -0.22, 0.58, -0.22, 0.38, 0, -0.38, 0), hull.painted(
                hull.paint().outlined(HULL.darker(0.5).packed(), 0.025)));
        return boat;
    }

    /** A street lamp; its arm reaches to the right. */
    static Thing lamp() {
        final Thing lamp = new Thing(SceneObject.LAMP);
        final Surface metal = Surface.plain(new Colour(0.2, 0.21, 0.24));
        lamp.add(ScenePart.NONE, Material.METAL, new Capsule(new Point(0, 0), 0.035, new Point(0, -1), 0.025), metal);
        lamp.add(ScenePart.NONE, Material.METAL, new Capsule(new Point(0, -1), 0.025, new Point(0.22, -1.05), 0.025), metal);
        lamp.add(ScenePart.NONE, Material.GLASS, Superellipse.ellipse(new Point(0.24, -1), 0.11, 0.06, 0), Surface.plain(
                new Colour(1, 0.88, 0.35)));
        return lamp;
    }
}
