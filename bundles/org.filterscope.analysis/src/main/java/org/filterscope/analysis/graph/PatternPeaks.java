package org.filterscope.analysis.graph;

/** Where a filter's patterns are on a picture: the inference of nodes. */
final class PatternPeaks {
    private final MapGrid grid;
    private final Mixture mixture;
    private final double noise;
    private final RowPeaks peaks;

    PatternPeaks(final MapGrid grid, final Mixture mixture, final double noise) {
        this.grid = grid;
        this.mixture = mixture;
        this.noise = noise;
        peaks = new RowPeaks(grid, mixture);
    }

    /**
     * For the picture that the mixture has loaded.
     *
     * @param reaches of the layer's patterns
     */
    void infer(final double[] reaches, final int picture, final Inferences inferences) {
        peaks.load();
        for (int n = 0; n < mixture.count(); n++) {
            final int v = mixture.pattern(n);
            final int at = inferences.at(v, picture);
            final int best = peaks.best(n);
            if (best < 0) {
                inferences.rows()[at] = (float) mixture.centreRow(n);
                inferences.cols()[at] = (float) mixture.centreCol(n);
                inferences.scores()[at] = 0;
                inferences.activations()[at] = 0;
            } else {
                final PictureCells cells = mixture.cells();
                inferences.rows()[at] = (float) row(cells, best, mixture.centreRow(n), reaches[v]);
                inferences.cols()[at] = (float) col(cells, best, mixture.centreCol(n), reaches[v]);
                inferences.scores()[at] = (float) (cells.values()[best] * mixture.density(n, best) / noise);
                inferences.activations()[at] = (float) cells.values()[best];
            }
        }
    }

    private double row(final PictureCells cells, final int best, final double centre, final double reach) {
        final int row = cells.rows()[best];
        final double place = grid.firstRow() + row * grid.rowStep();
        if (row == 0 || row == grid.rows() - 1) {
            return place;
        }
        final int col = cells.cols()[best];
        return place + refined(cells.at(row - 1, col), cells.values()[best], cells.at(row + 1, col), place - centre, grid.rowStep(), reach);
    }

    private double col(final PictureCells cells, final int best, final double centre, final double reach) {
        final int col = cells.cols()[best];
        final double place = grid.firstCol() + col * grid.colStep();
        if (col == 0 || col == grid.cols() - 1) {
            return place;
        }
        final int row = cells.rows()[best];
        return place + refined(cells.at(row, col - 1), cells.values()[best], cells.at(row, col + 1), place - centre, grid.colStep(), reach);
    }

    /** From the position to the top of the parabola through its score and its two neighbours', whether they lie in the window or not. */
    private static double refined(final double before, final double here, final double after, final double offset, final double step,
            final double reach) {
        final double scale = step / (2 * reach * reach);
        // The Gaussian at the neighbours, in units of the Gaussian here.
        final double low = before == 0 ? 0 : before * Math.exp((2 * offset - step) * scale);
        final double high = after == 0 ? 0 : after * Math.exp(-(2 * offset + step) * scale);
        final double bend = low - 2 * here + high;
        return bend < 0 ? step * Math.clamp((low - high) / (2 * bend), -0.5, 0.5) : 0;
    }
}
