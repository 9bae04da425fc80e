package org.filterscope.examples.scenes;

import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Packed;
import org.filterscope.examples.paint.Paint;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.paint.Texture;
import org.filterscope.examples.paint.ValueNoise;
import org.filterscope.examples.random.RandomStream;

/** How roads and rivers look. Both are painted along the same ribbon. */
final class RibbonPaints {
    private static final Colour ASPHALT = new Colour(0.4, 0.4, 0.42);
    private static final Colour WATER = new Colour(0.16, 0.42, 0.72);
    private static final Colour SAME = new Colour(0.36, 0.45, 0.55);
    private static final double LINE = 0.06;
    private static final double EDGE = 0.9;
    private final Ribbon ribbon;
    private final RandomStream random;

    RibbonPaints(final Ribbon ribbon, final RandomStream random) {
        this.ribbon = ribbon;
        this.random = random;
    }

    Surface road() {
        final Colour colour = ASPHALT.jittered(random, 0.05);
        final int asphalt = colour.packed();
        final int line = new Colour(0.94, 0.93, 0.88).packed();
        final int kerb = new Colour(0.72, 0.7, 0.66).packed();
        final ValueNoise grain = new ValueNoise(random, 0.022);
        final double phase = random.uniform();
        final Paint paint = (x, y, depth) -> {
            final double across = Math.abs(ribbon.across(x, y));
            if (across > EDGE) {
                return kerb;
            }
            final double dash = 1.3 * ribbon.along(y) + phase;
            return across < LINE && dash - Math.floor(dash) < 0.55 ? line : Packed.times(asphalt, 0.86 + 0.28 * grain.at(x, y));
        };
        return Surface.of(paint, Texture.NOISY, colour);
    }

    Surface river() {
        final Colour colour = WATER.jittered(random, 0.05);
        final int water = colour.packed();
        final int crest = colour.towards(Colour.WHITE, 0.4).packed();
        final int shore = colour.darker(0.6).packed();
        final ValueNoise ripple = new ValueNoise(random, 0.3);
        final double phase = random.uniform();
        final Paint paint = (x, y, depth) -> {
            final double across = ribbon.across(x, y);
            if (Math.abs(across) > EDGE) {
                return shore;
            }
            final double swing = across * 1.6 - Math.floor(across * 1.6);
            final double wave = 2.9 * ribbon.along(y) + 1.1 * swing * (1 - swing) + ripple.smooth(x, y) + phase;
            final double height = wave - Math.floor(wave);
            return Packed.mix(water, crest, 1 - 3.2 * Math.abs(height - 0.5));
        };
        return Surface.of(paint, Texture.WAVY, colour);
    }

    /** What roads and rivers look like where they are painted alike: neither lines nor waves. */
    Surface alike() {
        final Colour colour = SAME.jittered(random, 0.05);
        final int packed = colour.packed();
        final ValueNoise grain = new ValueNoise(random, 0.05);
        return Surface.of((x, y, depth) -> Packed.times(packed, 0.9 + 0.2 * grain.at(x, y)), Texture.NOISY, colour);
    }

    /** White bars along the road. */
    Surface crosswalk() {
        final int white = new Colour(0.95, 0.95, 0.92).packed();
        final int dark = ASPHALT.darker(0.85).packed();
        final Paint paint = (x, y, depth) -> {
            final double bar = (ribbon.across(x, y) + 1) * 3.25;
            return bar - Math.floor(bar) < 0.55 ? white : dark;
        };
        return Surface.of(paint, Texture.STRIPED, Colour.WHITE);
    }
}
