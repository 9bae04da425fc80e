package org.filterscope.analysis.dissection;

import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;

/**
 * The layer whose filters are looked into.
 *
 * @param name       of the layer
 * @param maps       shape of its maps
 * @param input      shape of the network's input, which masks are brought to
 * @param vertical   its receptive field along the rows
 * @param horizontal its receptive field along the columns
 */
public record DissectedLayer(String name, Shape maps, Shape input, ReceptiveField vertical, ReceptiveField horizontal) {
}
