package org.filterscope.analysis.graph;

import java.util.Arrays;

/**
 * The densities of a filter's patterns at its responses to one picture after the other: the E-step. A density is the product of two Gaussians, one
 * along each axis; these are kept, never the densities. Not for several threads.
 */
final class Mixture {
    /** Responses of a row whose sums are taken side by side. */
    private static final int TOGETHER = 4;

    private final PatternArrays patterns;
    private final int first;
    private final int count;
    private final Expectation expectation;
    private final SearchWindow window;
    private final MapGrid grid;
    /** {@code [row][pattern]}. */
    private final double[][] down;
    /** {@code [col][pattern]}. */
    private final double[][] across;
    private final GaussianAxis[] rowAxes;
    private final GaussianAxis[] colAxes;
    private final double[] sums;
    private boolean summed;
    private PictureCells cells;
    private int picture;

    Mixture(final PatternArrays patterns, final int filter, final Expectation expectation, final SearchWindow window, final MapGrid grid) {
        this.patterns = patterns;
        this.expectation = expectation;
        this.window = window;
        this.grid = grid;
        first = patterns.first[filter];
        count = patterns.first[filter + 1] - first;
        down = new double[grid.rows()][count];
        across = new double[grid.cols()][count];
        rowAxes = new GaussianAxis[count];
        colAxes = new GaussianAxis[count];
        Arrays.setAll(rowAxes, n -> new GaussianAxis(grid.firstRow(), grid.rowStep(), down, n));
        Arrays.setAll(colAxes, n -> new GaussianAxis(grid.firstCol(), grid.colStep(), across, n));
        sums = new double[grid.cells() + TOGETHER];
    }

    /** @param responses of the filter to that picture */
    void load(final PictureCells responses, final int number) {
        cells = responses;
        picture = number;
        summed = false;
        for (int n = 0; n < count; n++) {
            final double reach = patterns.reaches[pattern(n)];
            final double half = window.of(patterns.spreads[pattern(n)]);
            final double peak = expectation.agreements()[n][picture] / (2 * Math.PI * reach * reach);
            rowAxes[n].fill(centreRow(n), reach, half, peak);
            colAxes[n].fill(centreCol(n), reach, half, 1);
        }
    }

    int count() {
        return count;
    }

    /** Which of the layer's patterns the n-th is. */
    int pattern(final int n) {
        return first + n;
    }

    PictureCells cells() {
        return cells;
    }

    /** Where the n-th pattern is expected on the picture, in pixels. */
    double centreRow(final int n) {
        return patterns.rows[pattern(n)] + expectation.rows()[n][picture];
    }

    /** Where the n-th pattern is expected on the picture, in pixels. */
    double centreCol(final int n) {
        return patterns.cols[pattern(n)] + expectation.cols()[n][picture];
    }

    /** {@code [row][n]}: a density's factor along the rows; 0 beside the window. */
    double[][] down() {
        return down;
    }

    /** {@code [col][n]}: a density's factor along the columns; 0 beside the window. */
    double[][] across() {
        return across;
    }

    /** Of the n-th pattern at a response, per square pixel; 0 beside its window. */
    double density(final int n, final int response) {
        return down[cells.rows()[response]][n] * across[cells.cols()[response]][n];
    }

    /** Of all patterns together, by response. */
    double[] sums() {
        if (!summed) {
            summed = true;
            for (int row = 0; row < grid.rows(); row++) {
                final int to = cells.from(row + 1);
                // What is written beyond the row is overwritten by the next one.
                for (int i = cells.from(row); i < to; i += TOGETHER) {
                    sum(down[row], i);
                }
            }
        }
        return sums;
    }

    private void sum(final double[] factors, final int i) {
        final double[] one = across[cells.cols()[i]];
        final double[] two = across[cells.cols()[i + 1]];
        final double[] three = across[cells.cols()[i + 2]];
        final double[] four = across[cells.cols()[i + 3]];
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int n = 0; n < factors.length; n++) {
            final double factor = factors[n];
            first += factor * one[n];
            second += factor * two[n];
            third += factor * three[n];
            fourth += factor * four[n];
        }
        sums[i] = first;
        sums[i + 1] = second;
        sums[i + 2] = third;
        sums[i + 3] = fourth;
    }

    /** By response, what a density of 1 explains of it: {@code F / P}. */
    void shares(final double noise, final double[] shares) {
        final double[] all = sums();
        final double[] values = cells.values();
        for (int i = 0; i < cells.size(); i++) {
            shares[i] = values[i] / (all[i] + noise);
        }
    }

    /** How much better patterns and noise explain the responses than noise alone: {@code Σ F log(P / P of noise)}, at least 0. */
    double gain(final double noise) {
        final double[] all = sums();
        double gain = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (all[i] > 0) {
                gain += cells.values()[i] * Math.log1p(all[i] / noise);
            }
        }
        return gain;
    }
}
