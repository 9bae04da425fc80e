package org.filterscope.analysis.graph;

/** The noise component's constant. */
final class NoiseShare {
    /**
     * 36 times the mean density of a Gaussian with standard deviation 1 within ± 3 along both axes: the square of its share there. The authors
     * sum 36 densities on a grid over their window.
     */
    static final double WITHIN = 0.9973002039367398 * 0.9973002039367398;

    private NoiseShare() {
    }
}
