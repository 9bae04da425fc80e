package org.filterscope.analysis.attribution;

/** Gradient descent with steps of like length along every axis. Source: Kingma and Ba 2015, with their constants. */
final class Adam {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double EPSILON = 1e-8;

    private final double rate;
    private final double[] means;
    private final double[] squares;
    private int steps;

    Adam(final int length, final double rate) {
        this.rate = rate;
        means = new double[length];
        squares = new double[length];
    }

    void step(final double[] values, final double[] gradient) {
        steps++;
        for (int i = 0; i < values.length; i++) {
            means[i] = FIRST * means[i] + (1 - FIRST) * gradient[i];
            squares[i] = SECOND * squares[i] + (1 - SECOND) * gradient[i] * gradient[i];
            final double mean = means[i] / (1 - Math.pow(FIRST, steps));
            final double square = squares[i] / (1 - Math.pow(SECOND, steps));
            values[i] -= rate * mean / (Math.sqrt(square) + EPSILON);
        }
    }
}
