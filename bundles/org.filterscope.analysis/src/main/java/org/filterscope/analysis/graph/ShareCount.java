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
    private final RowMoments owns;
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
        owns = new RowMoments(mixture.across(), 1);
        explained = new double[mixture.count()];
        near = new double[mixture.count()];
        shares = new double[grid.cells()];
        nearRows = Math.max(NEAR * grid.extent(), LEAST_POSITIONS * grid.rowStep());
        nearCols = Math.max(NEAR * grid.extent(), LEAST_POSITIONS * grid.colStep());
    }

    /** Adds the picture that is loaded. */
    void add(final Inferences found, final int picture) {
        final PictureCells cells = mixture.cells();
        for (int i = 0; i < cells.size(); i++) {
            whole += cells.values()[i];
        }
        mixture.shares(noise, shares);
        for (int row = 0; row < grid.rows(); row++) {
            final double y = grid.firstRow() + row * grid.rowStep();
            final double[] sums = owns.of(cells.from(row), cells.from(row + 1), cells.cols(), cells.colPixels(), shares)[0];
            for (int n = 0; n < explained.length; n++) {
                explained[n] += mixture.down()[row][n] * sums[n];
                final int at = found.at(mixture.pattern(n), picture);
                if (found.activations()[at] > 0 && Math.abs(y - found.rows()[at]) <= nearRows) {
                    near[n] += near(n, row, found.cols()[at]);
                }
            }
        }
    }

    /** What a pattern explains of a row near its place. */
    private double near(final int n, final int row, final double place) {
        final PictureCells cells = mixture.cells();
        double sum = 0;
        for (int i = cells.from(row); i < cells.from(row + 1); i++) {
            if (Math.abs(cells.colPixels()[i] - place) <= nearCols) {
                sum += shares[i] * mixture.density(n, i);
            }
        }
        return sum;
    }

    void write(final PatternShares written) {
        for (int n = 0; n < explained.length; n++) {
            written.explained()[mixture.pattern(n)] = (float) (explained[n] / whole);
            written.concentration()[mixture.pattern(n)] = explained[n] > 0 ? (float) (near[n] / explained[n]) : Float.NaN;
        }
    }
}
