package org.filterscope.analysis.instability;

import java.util.Arrays;

/**
 * Peaks and one landmark on the pictures that count for one filter; the first {@code size} entries of each array, in input pixels.
 * Source of the definitions: Zhang, Wu, Zhu: Interpretable Convolutional Neural Networks (CVPR 2018), section 4; vector numbers: ours
 * (docs/methods/instability.md).
 */
final class PeakedPictures {
    final double[] peakRows;
    final double[] peakCols;
    final double[] rows;
    final double[] cols;
    private int size;

    PeakedPictures(final int most) {
        peakRows = new double[most];
        peakCols = new double[most];
        rows = new double[most];
        cols = new double[most];
    }

    void clear() {
        size = 0;
    }

    void add(final double peakRow, final double peakCol, final double row, final double col) {
        peakRows[size] = peakRow;
        peakCols[size] = peakCol;
        rows[size] = row;
        cols[size] = col;
        size++;
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == rows.length;
    }

    /**
     * All places, for a table.
     *
     * @param most places are left for so many pictures
     * @return rows of the peaks, columns of the peaks, rows of the landmark, columns of the landmark, each behind the last not a number
     */
    float[] places(final int most) {
        final float[] places = new float[4 * most];
        Arrays.fill(places, Float.NaN);
        for (int i = 0; i < size; i++) {
            places[i] = (float) peakRows[i];
            places[most + i] = (float) peakCols[i];
            places[2 * most + i] = (float) rows[i];
            places[3 * most + i] = (float) cols[i];
        }
        return places;
    }

    /** Standard deviation (of the sample) of the distance from peak to landmark; not a number for fewer than two pictures. */
    double instability() {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            final double distance = distance(rows[i] - peakRows[i], cols[i] - peakCols[i]);
            final double difference = distance - mean;
            mean += difference / (i + 1);
            squares += difference * (distance - mean);
        }
        return deviation(squares);
    }

    /** The same for a peak that is always at one place. */
    double instability(final double row, final double col) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            final double distance = distance(rows[i] - row, cols[i] - col);
            mean += distance;
            squares += distance * distance;
        }
        mean /= size;
        // Distances are of the size of their spread, or the spread is not the least: a plain sum of squares will do.
        return deviation(Math.max(0, squares - size * mean * mean));
    }

    /** Variance along rows plus variance along columns of landmark minus peak; not a number for fewer than two pictures. */
    double vectorVariance() {
        return size < 2 ? Double.NaN : (squares(rows, peakRows) + squares(cols, peakCols)) / (size - 1);
    }

    /** Share of the landmark's variance that the peak predicts: 1 − var(landmark − peak) / var(landmark). Below zero where peaks stray. */
    double vectorR2() {
        final double variance = size < 2 ? 0 : (squares(rows, null) + squares(cols, null)) / (size - 1);
        return variance > 0 ? 1 - vectorVariance() / variance : Double.NaN;
    }

    private double squares(final double[] values, final double[] less) {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            final double value = less == null ? values[i] : values[i] - less[i];
            final double difference = value - mean;
            mean += difference / (i + 1);
            squares += difference * (value - mean);
        }
        return squares;
    }

    private double deviation(final double squares) {
        return size < 2 ? Double.NaN : Math.sqrt(squares / (size - 1));
    }

    private static double distance(final double rows, final double cols) {
        return Math.sqrt(rows * rows + cols * cols);
    }
}
