package org.filterscope.analysis.graph;

/** How many patterns a filter's map is taken apart into. */
public final class PatternCount {
    private static final int LARGE = 20;
    private static final int MIDDLE = 10;

    private PatternCount() {
    }

    /** The smallest number of patterns that is not below a density, at most one a position. */
    public static int byDensity(final MapGrid grid, final double density) {
        if (!(density > 0)) {
            throw new IllegalArgumentException("a density of patterns must be above 0, not %s".formatted(density));
        }
        return (int) Math.min(grid.cells(), Math.ceil(grid.cells() * density));
    }

    /** With the authors' densities: 0.05 on maps of about 28 × 28 positions, 0.10 on 14 × 14, 0.20 on 7 × 7. */
    public static int usual(final MapGrid grid) {
        final double side = Math.sqrt(grid.cells());
        return byDensity(grid, side >= LARGE ? 0.05 : side >= MIDDLE ? 0.10 : 0.20);
    }
}
