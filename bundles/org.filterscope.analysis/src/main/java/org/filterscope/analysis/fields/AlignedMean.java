package org.filterscope.analysis.fields;

import org.filterscope.core.report.PixelBox;

/** The mean of what the pixels around a filter's peaks do to it, over those pictures in which there is a pixel. */
final class AlignedMean {
    private final FieldFrame frame;
    private final double[] sums;
    private final short[] counts;
    private int pictures;

    AlignedMean(final FieldFrame frame) {
        this.frame = frame;
        sums = new double[frame.rows() * frame.cols()];
        counts = new short[sums.length];
    }

    /** Bytes that one takes. */
    static long bytes(final FieldFrame frame) {
        return (long) frame.rows() * frame.cols() * (Double.BYTES + Short.BYTES);
    }

    /** A picture comes next; all pixels that its peak sees count. */
    void next(final FieldPeak peak) {
        final PixelBox box = frame.box(peak);
        for (int row = box.top(); row < box.bottom(); row++) {
            final int start = start(peak, row);
            for (int col = box.left(); col < box.right(); col++) {
                counts[start + col]++;
            }
        }
        pictures++;
    }

    /** Index of the pixel in column 0 of the picture, which may lie outside; add columns that the peak sees. */
    private int start(final FieldPeak peak, final int row) {
        return (row + frame.shiftRows(peak)) * frame.cols() + frame.shiftCols(peak);
    }

    /** Something that a pixel does to the peak; the pixel must be one that the peak sees. */
    void add(final FieldPeak peak, final int row, final int col, final double change) {
        sums[start(peak, row) + col] += change;
    }

    int pictures() {
        return pictures;
    }

    /** {@code [row, col]} of the frame. */
    double[] mean() {
        final double[] mean = new double[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = counts[i] == 0 ? 0 : sums[i] / counts[i];
        }
        return mean;
    }
}
