package org.filterscope.core.trace;

import org.filterscope.core.report.PixelBox;

/**
 * Where the traced class's object is, by a heat map: the tight box around the largest connected region at or above 20 % of its maximum.
 *
 * @param method whose heat map
 * @param layer  of the heat map
 * @param box    in pixels of the network's input
 */
public record ClassBox(String method, String layer, PixelBox box) {
}
