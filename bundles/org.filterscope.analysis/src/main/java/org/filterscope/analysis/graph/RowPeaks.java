package org.filterscope.analysis.graph;

import java.util.Arrays;

/** The response with the highest F × density of each pattern: first its row of the map for all patterns side by side, then the response in it. */
final class RowPeaks {
    private static final int TOGETHER = 4;

    private final MapGrid grid;
    private final Mixture mixture;
    /** By pattern: the highest {@code F × factor along the columns} of a row. */
    private final double[] tops;
    private final double[] highest;
    private final int[] rows;

    RowPeaks(final MapGrid grid, final Mixture mixture) {
        this.grid = grid;
        this.mixture = mixture;
        tops = new double[mixture.count()];
        highest = new double[mixture.count()];
        rows = new int[mixture.count()];
    }

    /** On the picture that the mixture has loaded. */
    void load() {
        final PictureCells cells = mixture.cells();
        Arrays.fill(highest, 0);
        for (int row = 0; row < grid.rows(); row++) {
            final int from = cells.from(row);
            final int to = cells.from(row + 1);
            if (from < to) {
                Arrays.fill(tops, 0);
                for (int i = from; i < to; i += TOGETHER) {
                    raise(i, to - 1, cells);
                }
                compare(row, mixture.down()[row]);
            }
        }
    }

    private void raise(final int i, final int last, final PictureCells cells) {
        final double[] values = cells.values();
        final double[][] across = mixture.across();
        // Behind the last the last again.
        final int two = Math.min(i + 1, last);
        final int three = Math.min(i + 2, last);
        final int four = Math.min(i + 3, last);
        raise(tops, across[cells.cols()[i]], across[cells.cols()[two]], across[cells.cols()[three]], across[cells.cols()[four]], values[i],
                values[two], values[three], values[four]);
    }

    /** The compiler takes several patterns at once. */
    private static void raise(final double[] tops, final double[] first, final double[] second, final double[] third, final double[] fourth,
            final double f1, final double f2, final double f3, final double f4) {
        for (int n = 0; n < tops.length; n++) {
            tops[n] = Math.max(tops[n], Math.max(Math.max(f1 * first[n], f2 * second[n]), Math.max(f3 * third[n], f4 * fourth[n])));
        }
    }

    private void compare(final int row, final double[] down) {
        for (int n = 0; n < tops.length; n++) {
            final double score = tops[n] * down[n];
            if (score > highest[n]) {
                highest[n] = score;
                rows[n] = row;
            }
        }
    }

    /** Of equal responses the first; −1 where there is none. */
    int best(final int n) {
        if (highest[n] == 0) {
            return -1;
        }
        final PictureCells cells = mixture.cells();
        final double[][] across = mixture.across();
        int best = -1;
        double top = 0;
        for (int i = cells.from(rows[n]); i < cells.from(rows[n] + 1); i++) {
            final double here = cells.values()[i] * across[cells.cols()[i]][n];
            if (here > top) {
                top = here;
                best = i;
            }
        }
        return best;
    }
}
