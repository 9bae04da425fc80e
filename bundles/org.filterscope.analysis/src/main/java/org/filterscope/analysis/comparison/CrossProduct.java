package org.filterscope.analysis.comparison;

/** The product of two tall matrices over their rows, the one place where a comparison spends its time. */
final class CrossProduct {
    /** Rows summed at once: fewer trips to the result, which does not fit the first cache. */
    private static final int ROWS = 4;

    private CrossProduct() {
    }

    /**
     * @param first  {@code [picture, a]}
     * @param second {@code [picture, b]}
     * @param order  picture of {@code second} that stands beside each picture of {@code first}
     * @param pause  called often; may throw to give up
     * @return {@code [a, b]}: sum over pictures i of {@code first[i][a] * second[order[i]][b]}
     */
    static double[][] of(final double[][] first, final double[][] second, final int[] order, final Runnable pause) {
        final int rows = first.length == 0 ? 0 : first[0].length;
        final int columns = second.length == 0 ? 0 : second[0].length;
        final double[][] product = new double[rows][columns];
        int i = 0;
        for (; i + ROWS <= first.length; i += ROWS) {
            pause.run();
            add(product, first, i, second[order[i]], second[order[i + 1]], second[order[i + 2]], second[order[i + 3]]);
        }
        for (; i < first.length; i++) {
            add(product, first[i], second[order[i]]);
        }
        return product;
    }

    private static void add(final double[][] product, final double[][] first, final int start, final double[] y0, final double[] y1,
            final double[] y2, final double[] y3) {
        for (int a = 0; a < product.length; a++) {
            final double[] sum = product[a];
            final double x0 = first[start][a];
            final double x1 = first[start + 1][a];
            final double x2 = first[start + 2][a];
            final double x3 = first[start + 3][a];
            for (int b = 0; b < sum.length; b++) {
                sum[b] += x0 * y0[b] + x1 * y1[b] + x2 * y2[b] + x3 * y3[b];
            }
        }
    }

    private static void add(final double[][] product, final double[] x, final double[] y) {
        for (int a = 0; a < product.length; a++) {
            final double[] sum = product[a];
            for (int b = 0; b < sum.length; b++) {
                sum[b] += x[a] * y[b];
            }
        }
    }
}
