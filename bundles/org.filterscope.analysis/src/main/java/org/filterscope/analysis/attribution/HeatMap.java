package org.filterscope.analysis.attribution;

import java.util.Optional;

/**
 * Which pixels of a picture speak for a class.
 *
 * @param rows         of the network's input
 * @param cols         of the network's input
 * @param values       {@code [row, col]}, row-major; not copied
 * @param sign         what the values say
 * @param cost         what was spent
 * @param completeness whether the values sum up to the logit's difference, for methods that promise it
 */
public record HeatMap(int rows, int cols, float[] values, HeatSign sign, PassCount cost, Optional<Completeness> completeness) {

    public HeatMap {
        if (values.length != rows * cols) {
            throw new IllegalArgumentException("%d values for %d × %d pixels".formatted(values.length, rows, cols));
        }
    }

    /** Of a method that promises no sum. */
    public HeatMap(final int rows, final int cols, final float[] values, final HeatSign sign, final PassCount cost) {
        this(rows, cols, values, sign, cost, Optional.empty());
    }

    public float at(final int row, final int col) {
        return values[row * cols + col];
    }

    /** Index of the highest value, of equal ones the first. */
    public int peak() {
        int peak = 0;
        for (int i = 1; i < values.length; i++) {
            peak = values[i] > values[peak] ? i : peak;
        }
        return peak;
    }
}
