package org.filterscope.analysis.comparison;

/** Pearson's correlation of two series. */
public final class Correlation {
    private Correlation() {
    }

    /** @return -1 to 1; not a number when one of them is constant, or holds fewer than two values */
    public static double of(final double[] x, final double[] y) {
        final double meanX = mean(x);
        final double meanY = mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? xy / (Math.sqrt(xx) * Math.sqrt(yy)) : Double.NaN;
    }

    private static double mean(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
