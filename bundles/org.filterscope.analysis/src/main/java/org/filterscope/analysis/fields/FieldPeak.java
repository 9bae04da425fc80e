package org.filterscope.analysis.fields;

/**
 * Where a filter's map is highest on one of its top pictures.
 *
 * @param picture index in the set
 * @param row     of the map
 * @param col     of the map
 */
public record FieldPeak(int picture, int row, int col) {
}
