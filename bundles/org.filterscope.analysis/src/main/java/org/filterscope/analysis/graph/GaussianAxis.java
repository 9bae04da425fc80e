package org.filterscope.analysis.graph;

import java.util.Arrays;

/** {@code exp(−(x − centre)² / 2 reach²)} at the positions of one axis of a map that lie in a window; 0 at the others. */
final class GaussianAxis {
    /** Positions on the border of a window are in it, whatever rounding does to them. */
    private static final double ROUNDING = 1e-9;

    private final double first;
    private final double step;
    private final double[] values;
    /** The reach that {@link #fall} is for. */
    private double fallen;
    private double fall;
    private int from;
    private int to;

    /**
     * @param first pixel of position 0
     * @param step  pixels between positions
     */
    GaussianAxis(final double first, final double step, final int positions) {
        this.first = first;
        this.step = step;
        values = new double[positions];
    }

    static GaussianAxis rows(final MapGrid grid) {
        return new GaussianAxis(grid.firstRow(), grid.rowStep(), grid.rows());
    }

    static GaussianAxis cols(final MapGrid grid) {
        return new GaussianAxis(grid.firstCol(), grid.colStep(), grid.cols());
    }

    /**
     * @param window half of it, in pixels; never narrower than to the next positions on both sides
     * @return whether any position lies in the window
     */
    boolean fill(final double centre, final double reach, final double window) {
        Arrays.fill(values, from, to, 0);
        final double place = (centre - first) / step;
        final double half = Math.max(1, window / step) * (1 + ROUNDING);
        from = (int) Math.max(0, Math.ceil(place - half));
        to = (int) Math.min(values.length, Math.floor(place + half) + 1);
        if (from >= to) {
            from = 0;
            to = 0;
            return false;
        }
        final int nearest = Math.clamp(Math.round(place), from, to - 1);
        final double offset = first + nearest * step - centre;
        final double scale = 1 / (2 * reach * reach);
        final double middle = Math.exp(-offset * offset * scale);
        // On equal steps a Gaussian's ratio of neighbours is a geometric series; from the middle outwards it only falls.
        if (fallen != reach) {
            fall = Math.exp(-2 * step * step * scale);
            fallen = reach;
        }
        values[nearest] = middle;
        double ratio = Math.exp(-(2 * offset + step) * step * scale);
        for (int i = nearest + 1; i < to; i++) {
            values[i] = values[i - 1] * ratio;
            ratio *= fall;
        }
        ratio = Math.exp((2 * offset - step) * step * scale);
        for (int i = nearest - 1; i >= from; i--) {
            values[i] = values[i + 1] * ratio;
            ratio *= fall;
        }
        return true;
    }

    /** By position. */
    double[] values() {
        return values;
    }

    /** First position in the window. */
    int from() {
        return from;
    }

    /** One past the last position in the window. */
    int to() {
        return to;
    }
}
