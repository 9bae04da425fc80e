package org.filterscope.examples.scenes;

import java.util.List;

import org.filterscope.examples.geometry.Box;
import org.filterscope.examples.geometry.Polygon;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Patterns;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.paint.Texture;
import org.filterscope.examples.random.RandomStream;

/** Draws buildings of width 1: houses with a gable, and blocks with a flat roof. */
final class Houses {
    private static final List<Colour> WALLS = List.of(new Colour(0.72, 0.33, 0.25), new Colour(0.93, 0.85, 0.66), new Colour(0.9, 0.89, 0.86),
            new Colour(0.86, 0.6, 0.35), new Colour(0.62, 0.62, 0.64), new Colour(0.85, 0.62, 0.66));
    private static final List<Colour> ROOFS = List.of(new Colour(0.5, 0.16, 0.12), new Colour(0.28, 0.26, 0.3), new Colour(0.42, 0.25, 0.16));
    private static final Colour GLASS = new Colour(0.3, 0.45, 0.6);
    private static final Colour DOOR = new Colour(0.36, 0.2, 0.12);
    private static final double LINE = 0.025;

    private Houses() {
    }

    static Thing draw(final RandomStream random) {
        final boolean block = random.chance(0.35);
        final double height = block ? random.uniform(1.2, 1.6) : random.uniform(0.65, 0.85);
        final Thing house = new Thing(SceneObject.BUILDING);
        final Colour wall = random.pick(WALLS).jittered(random, 0.04);
        house.add(ScenePart.WALL, wall.red() > 1.8 * wall.blue() ? Material.BRICK : Material.PLASTER, new Box(-0.5, -height, 0.5, 0),
                facade(wall, random));
        roof(house, block, height, random.pick(ROOFS).jittered(random, 0.03));
        windows(house, height, block ? 3 : 1);
        house.add(ScenePart.DOOR, Material.WOOD, new Box(-0.1, -0.34, 0.1, 0), Surface.plain(DOOR));
        return house;
    }

    private static Surface facade(final Colour wall, final RandomStream random) {
        final int line = wall.darker(0.4).packed();
        final Surface surface = switch (random.below(4)) {
            case 0 -> Surface.of(Patterns.stripes(wall, wall.darker(0.8), 0.22, 90, random), Texture.STRIPED, wall);
            case 1 -> Surface.of(Patterns.dots(wall, wall.darker(0.7), 0.2, 0.06), Texture.DOTTED, wall);
            default -> Surface.plain(wall);
        };
        return surface.painted(surface.paint().outlined(line, LINE));
    }

    private static void roof(final Thing house, final boolean flat, final double height, final Colour colour) {
        final Surface surface = Surface.plain(colour);
        house.add(ScenePart.ROOF, Material.TILE, flat ? new Box(-0.55, -height - 0.1, 0.55, -height + 0.02)
                : Polygon.of(-0.62, -height + 0.02, 0, -height - 0.52, 0.62, -height + 0.02), surface.painted(
                        surface.paint().outlined(colour.darker(0.5).packed(), LINE)));
    }

    private static void windows(final Thing house, final double height, final int rows) {
        final Surface glass = Surface.plain(GLASS);
        final Surface framed = glass.painted(glass.paint().outlined(new Colour(0.95, 0.95, 0.95).packed(), 0.03));
        for (int row = 0; row < rows; row++) {
            final double top = -height + 0.12 + row * 0.36;
            for (int side = -1; side <= 1; side += 2) {
                house.add(ScenePart.WINDOW, Material.GLASS, new Box(side * 0.29 - 0.13, top, side * 0.29 + 0.13, top + 0.27), framed);
            }
        }
    }
}
