package org.filterscope.analysis.graph;

/**
 * {@code peak · exp(−(x − centre)² / 2 reach²)} at the positions of one axis of a map that lie in a window; 0 at the others. Several patterns' axes
 * share an array, each with a lane of its own.
 */
final class GaussianAxis {
    /** Positions on the border of a window are in it, whatever rounding does to them. */
    private static final double ROUNDING = 1e-9;

    private final double first;
    private final double step;
    /** {@code [position][lane]}. */
    private final double[][] values;
    private final int lane;
    private double centre = Double.NaN;
    private double reach;
    private double window;
    private double peak;
    /** {@code 1 / 2 reach²}. */
    private double scale;
    /** Of a ratio of neighbours to the next. */
    private double fall;
    private int from;
    private int to;

    /**
     * @param first  pixel of position 0
     * @param step   pixels between positions
     * @param values {@code [position][lane]}, all 0
     */
    GaussianAxis(final double first, final double step, final double[][] values, final int lane) {
        this.first = first;
        this.step = step;
        this.values = values;
        this.lane = lane;
    }

    /**
     * @param half of the window, in pixels; never narrower than to the next positions on both sides
     * @param top  the value at the centre
     * @return whether any position lies in the window
     */
    boolean fill(final double middle, final double deviation, final double half, final double top) {
        if (middle == centre && deviation == reach && half == window && top == peak) {
            return from < to;
        }
        if (deviation != reach) {
            scale = 1 / (2 * deviation * deviation);
            fall = Math.exp(-2 * step * step * scale);
        }
        centre = middle;
        reach = deviation;
        window = half;
        peak = top;
        final double place = (centre - first) / step;
        final double positionsAway = Math.max(1, window / step) * (1 + ROUNDING);
        enclose((int) Math.max(0, Math.ceil(place - positionsAway)), (int) Math.min(values.length, Math.floor(place + positionsAway) + 1));
        if (from < to) {
            fill(Math.clamp((long) Math.rint(place), from, to - 1));
        }
        return from < to;
    }

    private void enclose(final int start, final int end) {
        final int newFrom = start < end ? start : 0;
        final int newTo = start < end ? end : 0;
        clear(from, Math.min(to, newFrom));
        clear(Math.max(from, newTo), to);
        from = newFrom;
        to = newTo;
    }

    private void clear(final int start, final int end) {
        for (int i = start; i < end; i++) {
            values[i][lane] = 0;
        }
    }

    /** On equal steps a Gaussian's ratio of neighbours is a geometric series; from the middle outwards it only falls. */
    private void fill(final int nearest) {
        final double offset = first + nearest * step - centre;
        double up = peak * Math.exp(-offset * offset * scale);
        double down = up;
        double upRatio = Math.exp(-(step + 2 * offset) * step * scale);
        double downRatio = Math.exp(-(step - 2 * offset) * step * scale);
        values[nearest][lane] = up;
        final int both = Math.min(nearest - from, to - 1 - nearest);
        for (int i = 1; i <= both; i++) {
            up *= upRatio;
            down *= downRatio;
            upRatio *= fall;
            downRatio *= fall;
            values[nearest + i][lane] = up;
            values[nearest - i][lane] = down;
        }
        for (int i = nearest + both + 1; i < to; i++) {
            up *= upRatio;
            upRatio *= fall;
            values[i][lane] = up;
        }
        for (int i = nearest - both - 1; i >= from; i--) {
            down *= downRatio;
            downRatio *= fall;
            values[i][lane] = down;
        }
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
