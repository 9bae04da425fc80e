package org.filterscope.analysis.graph;

/**
 * The densities of four patterns at a filter's responses to a picture. Each is a product of two Gaussians, one along each axis; a response's place
 * is looked up once for all four.
 */
final class DensityGroup {
    static final int PATTERNS = 4;

    private final double[] rows;
    private final double[] cols;
    private final GaussianAxis[] down = new GaussianAxis[PATTERNS];
    private final GaussianAxis[] across = new GaussianAxis[PATTERNS];
    private final double[][] densities;
    private final int[] froms = new int[PATTERNS];
    private final int[] tos = new int[PATTERNS];

    DensityGroup(final MapGrid grid) {
        rows = new double[grid.rows() * PATTERNS];
        cols = new double[grid.cols() * PATTERNS];
        densities = new double[PATTERNS][grid.cells()];
        for (int lane = 0; lane < PATTERNS; lane++) {
            down[lane] = new GaussianAxis(grid.firstRow(), grid.rowStep(), rows, PATTERNS, lane);
            across[lane] = new GaussianAxis(grid.firstCol(), grid.colStep(), cols, PATTERNS, lane);
        }
    }

    /**
     * A pattern's place on the next picture.
     *
     * @param row  where it is expected, in pixels
     * @param col  where it is expected, in pixels
     * @param half of the window, in pixels
     * @param peak density at the expected place
     */
    void place(final int lane, final double row, final double col, final double reach, final double half, final double peak,
            final PictureCells cells) {
        final boolean any = down[lane].fill(row, reach, half, peak) & across[lane].fill(col, reach, half, 1);
        froms[lane] = any ? cells.from(down[lane].from()) : 0;
        tos[lane] = any ? cells.from(down[lane].to()) : 0;
    }

    /** Computes the densities, and adds them to the sums by response. */
    void add(final PictureCells cells, final double[] sums) {
        int from = cells.size();
        int to = 0;
        for (int lane = 0; lane < PATTERNS; lane++) {
            if (froms[lane] < tos[lane]) {
                from = Math.min(from, froms[lane]);
                to = Math.max(to, tos[lane]);
            }
        }
        multiply(from, to, rows, cells.rows(), cols, cells.cols(), densities[0], densities[1], densities[2], densities[3], sums);
    }

    private static void multiply(final int from, final int to, final double[] down, final int[] rowOf, final double[] across,
            final int[] colOf, final double[] first, final double[] second, final double[] third, final double[] fourth, final double[] sums) {
        for (int i = from; i < to; i++) {
            final int row = PATTERNS * rowOf[i];
            final int col = PATTERNS * colOf[i];
            final double one = down[row] * across[col];
            final double two = down[row + 1] * across[col + 1];
            final double three = down[row + 2] * across[col + 2];
            final double four = down[row + 3] * across[col + 3];
            first[i] = one;
            second[i] = two;
            third[i] = three;
            fourth[i] = four;
            sums[i] += one + two + (three + four);
        }
    }

    /** The first response in the rows of a pattern's window. */
    int from(final int lane) {
        return froms[lane];
    }

    /** One past the last response in the rows of a pattern's window. */
    int to(final int lane) {
        return tos[lane];
    }

    /** Of a pattern, by response from {@link #from} to {@link #to}, per square pixel; 0 beside its window. */
    double[] densities(final int lane) {
        return densities[lane];
    }
}
