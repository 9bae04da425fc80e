package org.filterscope.examples.scenes;

import java.util.List;

import org.filterscope.examples.geometry.Capsule;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Polygon;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.geometry.Superellipse;
import org.filterscope.examples.geometry.Union;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Patterns;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.paint.Texture;
import org.filterscope.examples.random.RandomStream;

/** Draws trees about 1 high: broad crowns and firs. */
final class Trees {
    private static final List<Colour> CROWNS = List.of(new Colour(0.18, 0.46, 0.16), new Colour(0.26, 0.54, 0.18), new Colour(0.2, 0.5, 0.28),
            new Colour(0.86, 0.5, 0.14));
    private static final Colour FIR = new Colour(0.1, 0.36, 0.22);
    private static final Colour TRUNK = new Colour(0.42, 0.27, 0.15);

    private Trees() {
    }

    static Thing draw(final RandomStream random) {
        final Thing tree = new Thing(SceneObject.TREE);
        final boolean fir = random.chance(0.35);
        final Colour crown = (fir ? FIR : random.pick(CROWNS)).jittered(random, 0.03);
        tree.add(ScenePart.TRUNK, Material.WOOD, new Capsule(new Point(0, 0), 0.065, new Point(0, -0.5), 0.045), Surface.plain(TRUNK));
        final Surface leaves = Surface.of(Patterns.mottled(crown, crown.darker(0.65), 0.13, random), Texture.NOISY, crown);
        tree.add(ScenePart.CROWN, Material.FOLIAGE, fir ? fir() : broad(random), leaves.painted(
                leaves.paint().lit(-1.1, -0.2).outlined(crown.darker(0.45).packed(), 0.03)));
        return tree;
    }

    private static Shape fir() {
        return Union.of(Polygon.of(-0.34, -0.2, 0, -0.75, 0.34, -0.2), Polygon.of(-0.28, -0.48, 0, -0.98, 0.28, -0.48),
                Polygon.of(-0.2, -0.74, 0, -1.16, 0.2, -0.74));
    }

    private static Shape broad(final RandomStream random) {
        final double wide = random.uniform(0.2, 0.27);
        return Union.of(Superellipse.circle(new Point(-0.17, -0.62), wide), Superellipse.circle(new Point(0.17, -0.64), wide),
                Superellipse.circle(new Point(0, -0.86), 0.26));
    }
}
