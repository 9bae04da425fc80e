package org.filterscope.analysis.graph;

import java.util.Arrays;

/** Moves a filter's patterns towards the responses that are theirs and learns their spread: the M-step. */
final class MeanShift {
    private final MapGrid grid;
    private final Mixture mixture;
    private final double noise;
    private final boolean weighing;
    private final double[] mass;
    private final double[] rowShifts;
    private final double[] colShifts;
    private final double[] scores;
    private final double[] squares;
    private final double[] shares;
    private final RowMoments owns;
    private final RowMoments weighted;
    /** Of the picture, by pattern: shares, with row, with column; scores, with row, with column, with the square of both. */
    private final double[][] sums;
    private double gain;

    /** @param weighing whether the gain in likelihood is wanted, a logarithm for every response */
    MeanShift(final MapGrid grid, final Mixture mixture, final double noise, final boolean weighing) {
        this.grid = grid;
        this.mixture = mixture;
        this.noise = noise;
        this.weighing = weighing;
        mass = new double[mixture.count()];
        rowShifts = new double[mixture.count()];
        colShifts = new double[mixture.count()];
        scores = new double[mixture.count()];
        squares = new double[mixture.count()];
        shares = new double[grid.cells()];
        owns = new RowMoments(mixture.across(), 2);
        weighted = new RowMoments(mixture.across(), 3);
        sums = new double[7][mixture.count()];
    }

    /** The picture that the mixture has loaded. */
    void add() {
        final PictureCells cells = mixture.cells();
        gain += weighing ? mixture.gain(noise) : 0;
        mixture.shares(noise, shares);
        for (final double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        for (int row = 0; row < grid.rows(); row++) {
            if (cells.from(row) < cells.from(row + 1)) {
                add(row, cells);
            }
        }
        for (int n = 0; n < mass.length; n++) {
            centre(n);
        }
    }

    private void add(final int row, final PictureCells cells) {
        final int from = cells.from(row);
        final int to = cells.from(row + 1);
        final double y = grid.firstRow() + row * grid.rowStep();
        final double[] down = mixture.down()[row];
        final double[][] own = owns.of(from, to, cells.cols(), cells.colPixels(), shares);
        add(sums[0], 1, down, own[0]);
        add(sums[1], y, down, own[0]);
        add(sums[2], 1, down, own[1]);
        final double[][] score = weighted.of(from, to, cells.cols(), cells.colPixels(), cells.values());
        add(sums[3], 1, down, score[0]);
        add(sums[4], y, down, score[0]);
        add(sums[5], 1, down, score[1]);
        add(sums[6], y * y, down, score[0]);
        add(sums[6], 1, down, score[2]);
    }

    private static void add(final double[] sums, final double factor, final double[] down, final double[] values) {
        for (int n = 0; n < sums.length; n++) {
            sums[n] += factor * down[n] * values[n];
        }
    }

    private void centre(final int n) {
        final double y = mixture.centreRow(n);
        final double x = mixture.centreCol(n);
        mass[n] += sums[0][n];
        rowShifts[n] += sums[1][n] - y * sums[0][n];
        colShifts[n] += sums[2][n] - x * sums[0][n];
        scores[n] += sums[3][n];
        squares[n] += sums[6][n] - 2 * (y * sums[4][n] + x * sums[5][n]) + (y * y + x * x) * sums[3][n];
    }

    /**
     * After all pictures. Patterns without any responses stay as they are.
     *
     * @param step   share of the way to the highest likelihood of this iteration, for a pattern with the layer's least reach
     * @param least  reach of the layer; 0 for the whole way
     * @param widest that a spread may become
     * @param narrow lowest that a spread may become
     */
    void apply(final PatternArrays patterns, final double step, final double least, final double narrow, final double widest) {
        for (int k = 0; k < mass.length; k++) {
            final int v = mixture.pattern(k);
            if (mass[k] > 0) {
                final double reach = patterns.reaches[v];
                final double way = least > 0 ? step * (least * least) / (reach * reach) : 1;
                patterns.rows[v] += way * rowShifts[k] / mass[k];
                patterns.cols[v] += way * colShifts[k] / mass[k];
            }
            if (scores[k] > 0) {
                // Over both axes: half of it along one. Of responses that never move rounding may leave a little less than nothing.
                patterns.spreads[v] = Math.clamp(Math.sqrt(Math.max(0, squares[k]) / (2 * scores[k])), narrow, widest);
            }
        }
    }

    /** See {@link Mixture#gain}, over the pictures; 0 when it was not wanted. */
    double gain() {
        return gain;
    }
}
