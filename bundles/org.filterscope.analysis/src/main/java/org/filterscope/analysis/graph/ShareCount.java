package org.filterscope.analysis.graph;

/** Adds up how much of a filter's responses each of its patterns explains, and where: picture by picture. */
final class ShareCount {
    /** Of the map's extent: the published spread of a pattern. */
    private static final double NEAR = 0.15;
    /** A place lies between positions: these are the three nearest along each axis. */
    private static final double LEAST_POSITIONS = 1.5;

    private final MapGrid grid;
    private final Mixture mixture;
    private final double noise;
    private final double[] explained;
    private final double[] near;
    /** By response, what a density of 1 explains of it. */
    private final double[] shares;
    private final double nearRows;
    private final double nearCols;
    private double whole;

    ShareCount(final MapGrid grid, final Mixture mixture, final double noise) {
        this.grid = grid;
        this.mixture = mixture;
        this.noise = noise;
        explained = new double[mixture.count()];
        near = new double[mixture.count()];
        shares = new double[grid.cells()];
        nearRows = Math.max(NEAR * grid.extent(), LEAST_POSITIONS * grid.rowStep());
        nearCols = Math.max(NEAR * grid.extent(), LEAST_POSITIONS * grid.colStep());
    }

    /**
     * Adds the picture that is loaded.
     *
     * @param first of the filter's patterns among those of the inferences
     */
    void add(final Inferences found, final int first, final int picture) {
        final PictureCells cells = mixture.cells();
        for (int i = 0; i < cells.size(); i++) {
            whole += cells.values()[i];
        }
        mixture.shares(noise, shares);
        for (int k = 0; k < explained.length; k++) {
            final int at = found.at(mixture.pattern(k), picture);
            final boolean fires = found.activations()[at] > 0;
            final double row = found.rows()[at];
            final double col = found.cols()[at];
            for (int i = mixture.from(k); i < mixture.to(k); i++) {
                final double share = shares[i] * mixture.density(k, i);
                explained[k] += share;
                if (fires && Math.abs(cells.rowPixels()[i] - row) <= nearRows && Math.abs(cells.colPixels()[i] - col) <= nearCols) {
                    near[k] += share;
                }
            }
        }
    }

    /** @param first of the filter's patterns in the arrays */
    void write(final PatternShares shares, final int first) {
        for (int k = 0; k < explained.length; k++) {
            shares.explained()[mixture.pattern(k)] = (float) (explained[k] / whole);
            shares.concentration()[mixture.pattern(k)] = explained[k] > 0 ? (float) (near[k] / explained[k]) : Float.NaN;
        }
    }
}
