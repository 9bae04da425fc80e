package org.filterscope.examples.paint;

import org.filterscope.examples.random.RandomStream;

/** Smooth noise: random values at the points of a lattice, smoothly interpolated, with a half as strong layer of twice the detail. */
public final class ValueNoise {
    private final long seed;
    private final double frequency;

    /** @param cell length between two points of the coarser lattice */
    public ValueNoise(final RandomStream random, final double cell) {
        seed = random.next();
        frequency = 1 / cell;
    }

    /** Between 0 and 1, one half on average. */
    public double at(final double x, final double y) {
        return (2 * layer(x * frequency, y * frequency) + layer(2 * x * frequency + 17.3, 2 * y * frequency + 5.9)) / 3;
    }

    /** The coarser lattice alone. */
    public double smooth(final double x, final double y) {
        return layer(x * frequency, y * frequency);
    }

    private double layer(final double x, final double y) {
        final double left = Math.floor(x);
        final double top = Math.floor(y);
        final int column = (int) left;
        final int row = (int) top;
        final double u = eased(x - left);
        final double v = eased(y - top);
        final double upper = value(column, row) * (1 - u) + value(column + 1, row) * u;
        final double lower = value(column, row + 1) * (1 - u) + value(column + 1, row + 1) * u;
        return upper * (1 - v) + lower * v;
    }

    private static double eased(final double share) {
        return share * share * (3 - 2 * share);
    }

    private double value(final int column, final int row) {
        return (RandomStream.mix(seed ^ ((long) column << 32 | row & 0xFFFFFFFFL)) >>> 40) * 0x1p-24;
    }
}
