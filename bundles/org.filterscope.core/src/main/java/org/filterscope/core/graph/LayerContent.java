package org.filterscope.core.graph;

import java.util.List;

/**
 * All that a graph holds of one layer when it is mined.
 *
 * @param layer    its {@code first} is the number of patterns in the layers above
 * @param patterns by filter, then index
 * @param edges    to the layer above, by pattern, best first; both ends by their numbers in the graph; none in the top layer
 * @param mirrored by picture, whether it was taken mirrored; the same in all layers
 * @param places   arrays by pattern of the layer, then picture: {@code [pattern * pictures + picture]}
 */
public record LayerContent(GraphLayer layer, List<GraphPattern> patterns, List<GraphEdge> edges, boolean[] mirrored, Places places) {

    public LayerContent {
        patterns = List.copyOf(patterns);
        edges = List.copyOf(edges);
    }
}
