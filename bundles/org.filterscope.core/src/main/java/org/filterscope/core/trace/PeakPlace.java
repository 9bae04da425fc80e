package org.filterscope.core.trace;

import org.filterscope.core.report.PixelBox;

/**
 * Where a filter's map is highest.
 *
 * @param row   of the map, from 0
 * @param col   of the map, from 0
 * @param value there
 * @param field receptive field of the position, in pixels of the network's input
 */
public record PeakPlace(int row, int col, double value, PixelBox field) {
}
