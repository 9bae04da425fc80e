package org.filterscope.analysis.graph;

/**
 * How far from where it is expected a pattern is looked for along each axis.
 *
 * @param half      in pixels; may be infinite
 * @param following whether no farther than three times the pattern's spread either
 */
record SearchWindow(double half, boolean following) {
    private static final double SPREADS = 3;

    double of(final double spread) {
        return following ? Math.min(half, SPREADS * spread) : half;
    }
}
