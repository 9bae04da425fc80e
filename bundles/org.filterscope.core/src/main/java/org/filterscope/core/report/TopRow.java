package org.filterscope.core.report;

/**
 * One line of {@code tops/LAYER.csv}: a picture on which a filter peaks.
 *
 * @param channel 0-based
 * @param rank    1 is the highest peak
 * @param picture path below the picture folder
 * @param row     of the peak in the feature map, 0-based
 * @param col     of the peak in the feature map, 0-based
 * @param value   the peak
 * @param field   the peak's receptive field, clipped to the input
 */
public record TopRow(int channel, int rank, String picture, int row, int col, double value, PixelBox field) {
}
