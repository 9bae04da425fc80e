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
    private final double nearRows;
    private final double nearCols;
    private double whole;

    ShareCount(final MapGrid grid, final Mixture mixture, final double noise) {
        this.grid = grid;
        this.mixture = mixture;
        this.noise = noise;
        explained = new double[mixture.count()];
        near = new double[mixture.count()];
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
        for (int k = 0; k < explained.length; k++) {
            final int at = found.at(first + k, picture);
            final boolean fires = found.activations()[at] > 0;
            final MapWindow window = mixture.window(k);
            for (int row = window.top(); row < window.bottom(); row++) {
                final boolean nearRow = fires && Math.abs(grid.firstRow() + row * grid.rowStep() - found.rows()[at]) <= nearRows;
                for (int i = cells.from(row, window.left()); i < cells.from(row, window.right()); i++) {
                    final double share = cells.values()[i] * mixture.density(k, i) / (mixture.sums()[i] + noise);
                    explained[k] += share;
                    if (nearRow && Math.abs(grid.firstCol() + cells.cols()[i] * grid.colStep() - found.cols()[at]) <= nearCols) {
                        near[k] += share;
                    }
                }
            }
        }
    }

    /** @param first of the filter's patterns in the arrays */
    void write(final PatternShares shares, final int first) {
        for (int k = 0; k < explained.length; k++) {
            shares.explained()[first + k] = (float) (explained[k] / whole);
            shares.concentration()[first + k] = explained[k] > 0 ? (float) (near[k] / explained[k]) : Float.NaN;
        }
    }
}
