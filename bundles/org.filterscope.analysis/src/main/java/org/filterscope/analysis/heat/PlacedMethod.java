package org.filterscope.analysis.heat;

import org.filterscope.analysis.attribution.HeatMapMethod;

/**
 * A method that says something of the network.
 *
 * @param method without an obstacle
 * @param layer  that it looks at; empty for none
 */
public record PlacedMethod(HeatMapMethod method, String layer) {
}
