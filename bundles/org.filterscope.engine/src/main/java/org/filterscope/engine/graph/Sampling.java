package org.filterscope.engine.graph;

/**
 * How the positions of a resized axis are read from those of the original one.
 * Source: the definition of ONNX's operator Resize, whose words the two enumerations follow.
 *
 * @param from  positions of the original axis
 * @param to    positions of the resized one
 * @param scale new positions for one old one; nearly always {@code to / from}, but a model may say 2.5 and round the length down
 */
public record Sampling(int from, int to, double scale, Interpolation interpolation, Coordinates coordinates) {
    /** Weights of a matrix; a small file could ask for maps of any length. */
    private static final long LARGEST = 1L << 26;

    /** What is taken at a place x between positions. */
    public enum Interpolation {
        /** The position at or before x. */
        NEAREST_FLOOR,
        /** The position at or after x. */
        NEAREST_CEIL,
        /** The nearest position, the lower one when there are two. */
        NEAREST_ROUND_DOWN,
        /** The nearest position, the higher one when there are two. */
        NEAREST_ROUND_UP,
        /** A mean of the two around x, the nearer counting more. */
        LINEAR
    }

    /** Where on the original axis the new position o lies. */
    public enum Coordinates {
        /** {@code (o + 0.5) / scale − 0.5}. */
        HALF_PIXEL,
        /** The same, but 0 when there is only one new position. */
        HALF_PIXEL_OR_FIRST,
        /** {@code o (from − 1) / (to − 1)}. */
        ALIGN_CORNERS,
        /** {@code o / scale}. */
        ASYMMETRIC
    }

    public Sampling {
        if (from < 1 || to < 1 || !(scale > 0) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException("maps cannot be resized from %d to %d positions by the factor %s".formatted(from, to, scale));
        }
        if ((long) from * to > LARGEST) {
            throw new IllegalArgumentException("maps cannot be resized from %d to %d positions: too many".formatted(from, to));
        }
    }

    /** Each position repeated so many times. */
    public static Sampling repeat(final int from, final int times) {
        return new Sampling(from, Math.multiplyExact(from, times), times, Interpolation.NEAREST_FLOOR, Coordinates.ASYMMETRIC);
    }

    /** The weights with which old positions make new ones: {@code [new, old]}, row-major; every row sums to one. */
    public float[] matrix() {
        final float[] matrix = new float[from * to];
        for (int o = 0; o < to; o++) {
            final double share = share(o);
            matrix[o * from + first(o)] += (float) (1 - share);
            matrix[o * from + last(o)] += (float) share;
        }
        return matrix;
    }

    /** The first old position that a new one is read from. */
    int first(final int position) {
        final double x = place(position);
        return inside((int) switch (interpolation) {
            case NEAREST_CEIL -> Math.ceil(x);
            case NEAREST_ROUND_DOWN -> Math.ceil(x - 0.5);
            case NEAREST_ROUND_UP -> Math.floor(x + 0.5);
            case NEAREST_FLOOR, LINEAR -> Math.floor(x);
        });
    }

    /** The last old position that a new one is read from. */
    int last(final int position) {
        return share(position) == 0 ? first(position) : inside((int) Math.floor(place(position)) + 1);
    }

    /** How much the last position counts beside the first. */
    private double share(final int position) {
        final double x = place(position);
        return interpolation == Interpolation.LINEAR ? x - Math.floor(x) : 0;
    }

    /** Where a new position lies on the old axis; may be a little outside. */
    double place(final int position) {
        return switch (coordinates) {
            case HALF_PIXEL -> unscaled(position + 0.5) - 0.5;
            case HALF_PIXEL_OR_FIRST -> to == 1 ? 0 : unscaled(position + 0.5) - 0.5;
            case ALIGN_CORNERS -> to == 1 ? 0 : (double) position * (from - 1) / (to - 1);
            case ASYMMETRIC -> unscaled(position);
        };
    }

    /** Whole results must come out whole: 3 is not to be 2.9999 and rounded down. */
    private double unscaled(final double place) {
        return scale == (double) to / from ? place * from / to : place / scale;
    }

    /** Old positions between the places of neighbouring new ones. */
    double step() {
        return coordinates == Coordinates.ALIGN_CORNERS ? to == 1 ? 0 : (double) (from - 1) / (to - 1) : 1 / scale;
    }

    private int inside(final int position) {
        return Math.clamp(position, 0, from - 1);
    }
}
