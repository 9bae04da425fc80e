package org.filterscope.ui.graph.paint;

import org.filterscope.ui.graph.model.Coloring;

/** The colors that the graph is painted with, as the theme has them; {@code 0xrrggbb}. */
public final class Palette {
    /** How much of a color what is not lit keeps. */
    private static final double FADED = 0.16;

    private final int ground;
    private final int text;
    private final int quiet;
    private final int empty;
    private final int[] hues;
    private final Ramp ramp;

    /**
     * @param empty for what has no kind and no number
     * @param hues  by kind
     * @param ramp  from the lowest to the highest number
     */
    public Palette(final int ground, final int text, final int quiet, final int empty, final int[] hues, final int... ramp) {
        this.ground = ground;
        this.text = text;
        this.quiet = quiet;
        this.empty = empty;
        this.hues = hues.clone();
        this.ramp = new Ramp(ramp);
    }

    public int ground() {
        return ground;
    }

    public int text() {
        return text;
    }

    public int quiet() {
        return quiet;
    }

    public int empty() {
        return empty;
    }

    /** The ground of a layer. */
    int band() {
        return Rgb.mix(ground, empty, 0.22);
    }

    /** The ground of a filter. */
    int box() {
        return Rgb.mix(ground, empty, 0.55);
    }

    public int hue(final int kind) {
        return hues[kind % hues.length];
    }

    /** @param share 0 to 1 */
    public int number(final double share) {
        return ramp.color(share);
    }

    public int color(final Coloring coloring, final int pattern) {
        if (coloring.isOfNumbers()) {
            final float share = coloring.share(pattern);
            return Float.isNaN(share) ? empty : ramp.color(share);
        }
        final int kind = coloring.kind(pattern);
        return kind == Coloring.NONE ? empty : hue(kind);
    }

    int faded(final int color) {
        return Rgb.mix(box(), color, FADED);
    }
}
