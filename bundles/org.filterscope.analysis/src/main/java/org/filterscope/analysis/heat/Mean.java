package org.filterscope.analysis.heat;

/** The mean of numbers that come one by one; those that are none do not count. */
final class Mean {
    private double sum;
    private int count;

    void add(final double value) {
        if (!Double.isNaN(value)) {
            sum += value;
            count++;
        }
    }

    /** Not a number when there were none. */
    double value() {
        return sum / count;
    }
}
