package org.filterscope.analysis.graph;

import java.util.Arrays;

/** The densities of a filter's patterns at its responses to one picture after the other: the E-step. Not for several threads. */
final class Mixture {
    private final PatternArrays patterns;
    private final int first;
    private final int count;
    private final Expectation expectation;
    private final SearchWindow window;
    private final MapGrid grid;
    private final GaussianAxis rows;
    private final GaussianAxis cols;
    /** {@code [pattern][response]}, only within the pattern's window. */
    private final double[] densities;
    private final double[] sums;
    private final MapWindow[] windows;
    private PictureCells cells;
    private int picture;

    Mixture(final PatternArrays patterns, final int filter, final Expectation expectation, final SearchWindow window, final MapGrid grid) {
        this.patterns = patterns;
        this.expectation = expectation;
        this.window = window;
        this.grid = grid;
        first = patterns.first[filter];
        count = patterns.first[filter + 1] - first;
        rows = GaussianAxis.rows(grid);
        cols = GaussianAxis.cols(grid);
        densities = new double[count * grid.cells()];
        sums = new double[grid.cells()];
        windows = new MapWindow[count];
    }

    /** @param responses of the filter to that picture */
    void load(final PictureCells responses, final int number) {
        cells = responses;
        picture = number;
        Arrays.fill(sums, 0, cells.size(), 0);
        for (int k = 0; k < count; k++) {
            fill(k);
        }
    }

    private void fill(final int k) {
        windows[k] = MapWindow.EMPTY;
        final int v = first + k;
        final double half = window.of(patterns.spreads[v]);
        final double reach = patterns.reaches[v];
        if (cells.size() == 0 || !rows.fill(centreRow(k), reach, half) || !cols.fill(centreCol(k), reach, half)) {
            return;
        }
        windows[k] = new MapWindow(rows.from(), rows.to(), cols.from(), cols.to());
        final double peak = expectation.agreements()[k][picture] / (2 * Math.PI * reach * reach);
        final int[] colOf = cells.cols();
        final double[] across = cols.values();
        final int at = k * grid.cells();
        for (int row = rows.from(); row < rows.to(); row++) {
            final double down = peak * rows.values()[row];
            final int to = cells.from(row, cols.to());
            for (int i = cells.from(row, cols.from()); i < to; i++) {
                final double density = down * across[colOf[i]];
                densities[at + i] = density;
                sums[i] += density;
            }
        }
    }

    int count() {
        return count;
    }

    PictureCells cells() {
        return cells;
    }

    /** Where the pattern is expected on the picture, in pixels. */
    double centreRow(final int k) {
        return patterns.rows[first + k] + expectation.rows()[k][picture];
    }

    /** Where the pattern is expected on the picture, in pixels. */
    double centreCol(final int k) {
        return patterns.cols[first + k] + expectation.cols()[k][picture];
    }

    /** Where the pattern is looked for; empty where no position lies there or the filter does not respond at all. */
    MapWindow window(final int k) {
        return windows[k];
    }

    /** Of a pattern at a response in its window, per square pixel. */
    double density(final int k, final int response) {
        return densities[k * grid.cells() + response];
    }

    /** Of all patterns together, by response. */
    double[] sums() {
        return sums;
    }

    /** How much better patterns and noise explain the responses than noise alone: {@code Σ F log(P / P of noise)}, at least 0. */
    double gain(final double noise) {
        double gain = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (sums[i] > 0) {
                gain += cells.values()[i] * Math.log1p(sums[i] / noise);
            }
        }
        return gain;
    }
}
