package org.filterscope.core.trace;

import org.filterscope.core.report.PixelBox;

/**
 * A connected region of a layer's positions that speak for the class, or against it.
 *
 * @param contribution of all filters at these positions to the logit; its sign says whether it speaks for the class
 * @param positions    how many
 * @param box          that the positions take up when the maps are laid over the network's input, in its pixels
 */
public record RegionTrace(double contribution, int positions, PixelBox box) {
}
