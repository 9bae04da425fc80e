package org.filterscope.examples.paint;

import org.filterscope.examples.random.RandomStream;

/** Paints of two colours each. */
public final class Patterns {

    private Patterns() {
    }

    /** Soft noise between the two. */
    public static Paint mottled(final Colour a, final Colour b, final double cell, final RandomStream random) {
        final ValueNoise noise = new ValueNoise(random, cell);
        final int first = a.packed();
        final int second = b.packed();
        return (x, y, depth) -> Packed.mix(first, second, noise.at(x, y) * 1.6 - 0.3);
    }

    /** Large patches with soft edges, about so much of the surface in the second colour. */
    public static Paint patches(final Colour a, final Colour b, final double cell, final double share, final RandomStream random) {
        final ValueNoise noise = new ValueNoise(random, cell);
        final int first = a.packed();
        final int second = b.packed();
        return (x, y, depth) -> noise.smooth(x, y) < 0.2 + 0.6 * share ? second : first;
    }

    /** Straight stripes, as wide as the gaps between them. */
    public static Paint stripes(final Colour a, final Colour b, final double period, final double degrees, final RandomStream random) {
        final double angle = StrictMath.toRadians(degrees);
        final double across = StrictMath.cos(angle) / period;
        final double along = StrictMath.sin(angle) / period;
        final double phase = random.uniform();
        final int first = a.packed();
        final int second = b.packed();
        return (x, y, depth) -> {
            final double place = x * across + y * along + phase;
            return place - Math.floor(place) < 0.5 ? first : second;
        };
    }

    /** Round dots, every second row shifted. */
    public static Paint dots(final Colour a, final Colour dot, final double period, final double radius) {
        final int first = a.packed();
        final int second = dot.packed();
        final double limit = radius * radius / (period * period);
        return (x, y, depth) -> {
            final double v = y / period;
            final double row = Math.floor(v);
            final double u = x / period + (((long) row & 1) == 0 ? 0 : 0.5);
            final double dx = u - Math.floor(u) - 0.5;
            final double dy = v - row - 0.5;
            return dx * dx + dy * dy < limit ? second : first;
        };
    }

    /** Dark cells with light seams, as on a giraffe: the gap between the nearest and the second nearest of scattered points is the seam. */
    public static Paint cells(final Colour seam, final Colour cell, final double size, final double seamWidth, final RandomStream random) {
        final long seed = random.next();
        final int first = seam.packed();
        final int second = cell.packed();
        return (x, y, depth) -> gap(seed, x / size, y / size) < seamWidth / size ? first : second;
    }

    private static double gap(final long seed, final double x, final double y) {
        double nearest = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        final int column = (int) Math.floor(x);
        final int row = (int) Math.floor(y);
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                final long bits = RandomStream.mix(seed ^ ((long) c << 32 | r & 0xFFFFFFFFL));
                final double dx = c + 0.15 + 0.7 * (bits >>> 40) * 0x1p-24 - x;
                final double dy = r + 0.15 + 0.7 * (bits & 0xFFFFFF) * 0x1p-24 - y;
                final double distance = dx * dx + dy * dy;
                second = Math.min(second, Math.max(nearest, distance));
                nearest = Math.min(nearest, distance);
            }
        }
        return Math.sqrt(second) - Math.sqrt(nearest);
    }
}
