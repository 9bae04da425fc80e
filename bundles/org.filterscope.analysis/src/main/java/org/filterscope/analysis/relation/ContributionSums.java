package org.filterscope.analysis.relation;

/** Contributions summed over the pictures of each class. */
final class ContributionSums {
    private final double[][] sums;
    private final int[] pictures;

    ContributionSums(final int channels, final int classes) {
        sums = new double[channels][classes];
        pictures = new int[classes];
    }

    /** A picture of the class comes next. */
    void next(final int classIndex) {
        pictures[classIndex]++;
    }

    void add(final int channel, final int classIndex, final double contribution) {
        sums[channel][classIndex] += contribution;
    }

    /** {@code [channel, class]}; not a number for classes without pictures. */
    double[][] means() {
        final double[][] means = new double[sums.length][pictures.length];
        for (int channel = 0; channel < sums.length; channel++) {
            for (int c = 0; c < pictures.length; c++) {
                means[channel][c] = sums[channel][c] / pictures[c];
            }
        }
        return means;
    }
}
