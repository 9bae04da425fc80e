package org.filterscope.examples.parts;

import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Paint;
import org.filterscope.examples.paint.Patterns;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.paint.Texture;
import org.filterscope.examples.random.RandomStream;

/** The surfaces of one animal. Every part has a dark line around it, so that parts show on each other. */
final class CoatPaints {
    private static final double LINE = 0.011;
    private final Coat coat;
    private final Category.Pattern pattern;
    private final RandomStream random;
    private final int line;

    CoatPaints(final Coat coat, final Category.Pattern pattern, final RandomStream random) {
        this.coat = coat;
        this.pattern = pattern;
        this.random = random;
        line = coat.base().darker(0.3).towards(new Colour(0.08, 0.06, 0.1), 0.5).packed();
    }

    /** Torso and neck: the coat with its pattern, lit from above. */
    Surface patterned(final double top, final double bottom) {
        final Colour base = coat.base();
        final Surface surface = switch (pattern) {
            case PLAIN -> Surface.plain(base);
            case STRIPES -> Surface.of(Patterns.stripes(base, coat.pattern(), 0.078, 12, random), Texture.STRIPED, base);
            case PATCHES -> Surface.of(Patterns.patches(base, coat.pattern(), 0.105, 0.5, random), Texture.NOISY, base);
            case DOTS -> Surface.of(Patterns.dots(base, coat.pattern(), 0.055, 0.014), Texture.DOTTED, base);
            case CELLS -> Surface.of(Patterns.cells(base, coat.pattern(), 0.075, 0.016, random), Texture.DOTTED, coat.pattern());
        };
        return surface.painted(surface.paint().lit(top, bottom).outlined(line, LINE));
    }

    /** Cats are striped along the tail too. */
    Surface tail() {
        if (pattern != Category.Pattern.STRIPES) {
            return base(1);
        }
        final Paint stripes = Patterns.stripes(coat.base(), coat.pattern(), 0.075, 60, random);
        return Surface.of(stripes.outlined(line, LINE), Texture.STRIPED, coat.base());
    }

    /** @param light 1 as it is, less in the shade */
    Surface base(final double light) {
        return lined(coat.base().darker(light));
    }

    Surface pale() {
        return lined(coat.pale());
    }

    /** Without a line, for small marks. */
    Surface bare(final Colour colour) {
        return Surface.plain(colour);
    }

    Surface palePlain() {
        return Surface.plain(coat.pale());
    }

    Surface lined(final Colour colour) {
        final Surface plain = Surface.plain(colour);
        return plain.painted(plain.paint().outlined(line, LINE));
    }

    /** Tufts, hooves and knobs. */
    Surface dark() {
        return lined(coat.base().darker(0.45));
    }
}
