package org.filterscope.analysis.flaws;

/**
 * Two classes of which one is taken for the other too often.
 *
 * @param shown    output that stands for the pictures' class
 * @param taken    output that is predicted
 * @param pictures of the class
 * @param lost     how many of them are predicted so
 * @param rate     false discoveries among all pairs that look at least as bad: the corrected p-value
 */
record ConfusedPair(int shown, int taken, int pictures, int lost, double rate) {

    double share() {
        return (double) lost / pictures;
    }
}
