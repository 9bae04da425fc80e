package org.filterscope.examples.scenes;

import java.util.Arrays;

import org.filterscope.examples.geometry.Bounds;
import org.filterscope.examples.geometry.Pose;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.paint.ValueNoise;

/** Hills on the horizon: heights at even steps from left to right, joined by straight lines. */
final class Hills implements Shape {
    private static final int STEPS = 32;
    private final double horizon;
    private final double[] tops = new double[STEPS + 2];

    Hills(final double horizon, final ValueNoise ridge) {
        this.horizon = horizon;
        for (int i = 0; i < tops.length; i++) {
            tops[i] = horizon - 0.012 - 0.11 * ridge.at(i / (double) STEPS, 0);
        }
    }

    @Override
    public double distance(final double x, final double y) {
        final double place = Math.max(0, Math.min(1, x)) * STEPS;
        final int step = (int) place;
        final double top = tops[step] + (tops[step + 1] - tops[step]) * (place - step);
        return Math.max(top - y, y - horizon);
    }

    @Override
    public Bounds bounds() {
        return new Bounds(-1, Arrays.stream(tops).min().orElseThrow(), 2, horizon);
    }

    @Override
    public Shape placed(final Pose pose) {
        throw new UnsupportedOperationException("hills lie in the picture, not on a thing");
    }
}
