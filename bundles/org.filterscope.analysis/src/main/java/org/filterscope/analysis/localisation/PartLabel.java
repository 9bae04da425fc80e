package org.filterscope.analysis.localisation;

/**
 * Where somebody has seen the part.
 *
 * @param picture index
 * @param row     in input pixels, of the picture as it is
 * @param col     in input pixels, of the picture as it is, never mirrored
 */
public record PartLabel(int picture, double row, double col) {
}
