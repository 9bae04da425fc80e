package org.filterscope.examples.scenes;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.examples.geometry.Box;
import org.filterscope.examples.geometry.Everywhere;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Packed;
import org.filterscope.examples.paint.Paint;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.paint.Texture;
import org.filterscope.examples.paint.ValueNoise;
import org.filterscope.examples.random.RandomStream;
import org.filterscope.examples.render.Element;
import org.filterscope.examples.render.Identity;

/** Draws sky, hills and ground. */
final class Landscape {
    private static final Colour HORIZON_HAZE = new Colour(0.88, 0.93, 0.97);
    private final double horizon;
    private final RandomStream random;

    Landscape(final double horizon, final RandomStream random) {
        this.horizon = horizon;
        this.random = random;
    }

    List<Element> draw(final Sky sky, final Ground ground) {
        final List<Element> elements = new ArrayList<>();
        elements.add(new Element(new Everywhere(), sky(sky), new Identity(0, SceneObject.SKY.number(), 0, 0)));
        if (random.chance(0.6)) {
            elements.add(new Element(new Hills(horizon, new ValueNoise(random, 0.35)), hillside(ground),
                    new Identity(0, SceneObject.HILL.number(), 0, hillMaterial(ground).number())));
        }
        elements.add(new Element(new Box(-1, horizon, 2, 2), ground(ground),
                new Identity(0, SceneObject.GROUND.number(), 0, ground.material().number())));
        return elements;
    }

    private Surface sky(final Sky sky) {
        final Colour top = sky.colour().jittered(random, 0.04);
        final Colour bottom = sky == Sky.SUNSET ? new Colour(0.98, 0.72, 0.45) : HORIZON_HAZE;
        final int upper = top.packed();
        final int lower = bottom.packed();
        final int cloud = Colour.WHITE.towards(top, sky == Sky.CLOUDY ? 0.05 : 0.2).packed();
        final ValueNoise clouds = new ValueNoise(random, 0.3);
        final double cover = sky == Sky.CLEAR ? -1 : sky == Sky.CLOUDY ? 0.42 : 0.35;
        final Paint paint = (x, y, depth) -> Packed.mix(Packed.mix(upper, lower, y / horizon), cloud, cover < 0 ? 0
                : (cover - clouds.at(x, 2.2 * y)) * 6);
        return Surface.of(paint, Texture.PLAIN, top);
    }

    private Surface hillside(final Ground ground) {
        final Colour base = switch (ground) {
            case GRASS -> new Colour(0.4, 0.58, 0.5);
            case SAND -> new Colour(0.74, 0.62, 0.46);
            case SNOW -> new Colour(0.72, 0.78, 0.86);
        };
        return Surface.plain(base.jittered(random, 0.03));
    }

    private static Material hillMaterial(final Ground ground) {
        return ground == Ground.GRASS ? Material.FOLIAGE : ground.material();
    }

    private Surface ground(final Ground ground) {
        final Colour colour = ground.colour().jittered(random, 0.03);
        final int bright = colour.packed();
        final int dark = colour.darker(ground == Ground.SNOW ? 0.93 : 0.78).packed();
        final ValueNoise tufts = new ValueNoise(random, 0.22);
        final Paint paint = (x, y, depth) -> {
            final double distance = 1 / ((y - horizon) / (1 - horizon) + 0.12);
            return Packed.mix(bright, dark, tufts.at((x - 0.5) * distance, 0.9 * distance) * 1.6 - 0.3);
        };
        return Surface.of(paint, Texture.NOISY, colour);
    }

    /** The weather. */
    enum Sky {
        CLEAR(new Colour(0.4, 0.66, 0.93)), CLOUDY(new Colour(0.45, 0.66, 0.9)), OVERCAST(new Colour(0.68, 0.71, 0.75)),
        SUNSET(new Colour(0.52, 0.5, 0.76));

        private final Colour colour;

        Sky(final Colour colour) {
            this.colour = colour;
        }

        Colour colour() {
            return colour;
        }
    }

    /** What the land is covered with. */
    enum Ground {
        GRASS(new Colour(0.45, 0.7, 0.3), Material.GRASS), SAND(new Colour(0.9, 0.79, 0.54), Material.SAND),
        SNOW(new Colour(0.94, 0.96, 0.99), Material.SNOW);

        private final Colour colour;
        private final Material material;

        Ground(final Colour colour, final Material material) {
            this.colour = colour;
            this.material = material;
        }

        Colour colour() {
            return colour;
        }

        Material material() {
            return material;
        }
    }
}
