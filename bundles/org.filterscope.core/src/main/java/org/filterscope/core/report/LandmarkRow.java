package org.filterscope.core.report;

/**
 * One line of {@code landmarks/LAYER.csv}: how steadily a filter's peak lies to a landmark. Lengths are divided by the input's diagonal. What
 * fewer than two pictures leave undefined is not a number.
 *
 * @param channel           0-based
 * @param className         the pictures' class: the one on which the filter's peaks are highest; empty where pictures have no classes
 * @param landmark          name
 * @param pictures          used
 * @param instability       standard deviation of the distance from peak to landmark
 * @param constant          the same for the constant point that does best
 * @param vectorInstability square root of the summed variances of the difference of landmark and peak
 * @param vectorR2          share of the landmark's variance that the peak predicts
 * @param pValue            probability that peaks of shuffled pictures predict as much, corrected for all filters and landmarks of the layer
 */
public record LandmarkRow(int channel, String className, String landmark, int pictures, double instability, double constant,
        double vectorInstability, double vectorR2, double pValue) {
}
