package org.filterscope.core.report;

/**
 * One line of {@code fields/LAYER.csv}: a receptive field as it was measured.
 *
 * @param channel  0-based
 * @param method   {@code occlusion} or {@code gradient}
 * @param pictures averaged
 * @param size     side of the square with the same area (occlusion) or the same spread (gradient), in input pixels
 * @param rows     height of its bounding box, in input pixels
 * @param cols     width of its bounding box, in input pixels
 */
public record FieldSizeRow(int channel, String method, int pictures, double size, int rows, int cols) {
}
