package org.filterscope.examples.parts;

import java.util.List;

import org.filterscope.examples.paint.Colour;

/**
 * The colours of an animal.
 *
 * @param base    of most of it
 * @param pattern of stripes, patches and the like
 * @param pale    of muzzle, puff tail and inner ear
 */
record Coat(Colour base, Colour pattern, Colour pale) {
    /** Ginger, piebald, white, brown, grey, sand: the coat with a category's number is that category's own. */
    static final List<Coat> PALETTES = List.of(
            new Coat(new Colour(0.87, 0.52, 0.2), new Colour(0.62, 0.3, 0.08), new Colour(0.97, 0.85, 0.7)),
            new Coat(new Colour(0.9, 0.89, 0.87), new Colour(0.16, 0.15, 0.16), new Colour(0.94, 0.72, 0.7)),
            new Coat(new Colour(0.93, 0.91, 0.88), new Colour(0.47, 0.43, 0.42), new Colour(0.97, 0.8, 0.8)),
            new Coat(new Colour(0.56, 0.36, 0.22), new Colour(0.33, 0.19, 0.1), new Colour(0.82, 0.67, 0.52)),
            new Coat(new Colour(0.6, 0.62, 0.65), new Colour(0.4, 0.42, 0.46), new Colour(0.82, 0.76, 0.76)),
            new Coat(new Colour(0.93, 0.79, 0.48), new Colour(0.6, 0.38, 0.15), new Colour(0.97, 0.9, 0.72)));
    /** Which coats a category wears where colour is no shortcut, counted from its own: each coat is worn by three categories. */
    private static final int[] NATURAL = {0, 1, 3};

    static int natural(final Category category, final int choice) {
        return (category.ordinal() + NATURAL[choice]) % PALETTES.size();
    }

    static int choices() {
        return NATURAL.length;
    }

    /** Darker or lighter; pale parts less so. */
    Coat towards(final Colour other, final double share) {
        return new Coat(base.towards(other, share), pattern.towards(other, share), pale.towards(other, share * 0.6));
    }
}
