package org.filterscope.analysis.fields;

import org.filterscope.engine.graph.ReceptiveField;

/** Where the pixels that a position sees lie around the position's centre, along one axis of the picture. */
final class FieldAxis {
    /** Far below a pixel, far above rounding. */
    private static final double ROUNDING = 1e-6;

    private final ReceptiveField field;
    private final int pixels;
    private final int half;

    /**
     * @param positions of the layer's map
     * @param pixels    of the input
     */
    FieldAxis(final ReceptiveField field, final int positions, final int pixels) {
        this.field = field;
        this.pixels = pixels;
        final int reach = Math.max(pixels - 1 - centre(0), centre(positions - 1));
        half = Math.min(reach, (int) Math.ceil((field.size() - 1) / 2 - ROUNDING));
    }

    /** Pixels of a map that holds every position's field, its centre in the middle: odd, and no more than the field and the picture need. */
    int size() {
        return 2 * half + 1;
    }

    /** First pixel of the picture that a position sees. */
    int from(final int position) {
        return Math.min(pixels, field.from(position));
    }

    /** One past the last pixel of the picture that a position sees. */
    int to(final int position) {
        return Math.max(from(position), field.to(position, pixels));
    }

    /** What to add to a pixel of the picture for its place in the map around a position. */
    int shift(final int position) {
        return half - centre(position);
    }

    /** The pixel in the middle of what a position sees; of two the first. May lie outside the picture, where padding is. */
    private int centre(final int position) {
        return (int) Math.floor(field.centre() + position * field.stride() + ROUNDING);
    }
}
