package org.filterscope.analysis.filters;

/** The mean of every channel over the pictures of each class. Mergeable. */
final class ClassMeans {
    private final double[][] sums;
    private final long[] counts;

    ClassMeans(final int channels, final int classes) {
        sums = new double[channels][classes];
        counts = new long[classes];
    }

    /** A picture of the class comes next, with maps of so many positions. */
    void begin(final int classIndex, final int positions) {
        counts[classIndex] += positions;
    }

    /** @param sum of the map's values on a picture of the class */
    void add(final int channel, final int classIndex, final double sum) {
        sums[channel][classIndex] += sum;
    }

    void merge(final ClassMeans other) {
        for (int c = 0; c < counts.length; c++) {
            for (int channel = 0; channel < sums.length; channel++) {
                sums[channel][c] += other.sums[channel][c];
            }
            counts[c] += other.counts[c];
        }
    }

    int classes() {
        return counts.length;
    }

    /** Not a number when no picture has that class. */
    double mean(final int channel, final int classIndex) {
        return sums[channel][classIndex] / counts[classIndex];
    }
}
