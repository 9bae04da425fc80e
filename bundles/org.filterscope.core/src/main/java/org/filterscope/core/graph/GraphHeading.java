package org.filterscope.core.graph;

import java.util.List;

/**
 * What a graph is about.
 *
 * @param category  the kind of object: a class; empty when the pictures have none
 * @param inputRows of the network's input, in pixels
 * @param inputCols of the network's input, in pixels
 * @param layers    top layer first
 * @param pictures  that it was mined from, by path below the picture folder
 * @param parts     names of the landmarks that patterns were compared with; may be empty
 */
public record GraphHeading(String category, int inputRows, int inputCols, List<GraphLayer> layers, List<GraphPicture> pictures,
        List<String> parts) {

    public GraphHeading {
        layers = List.copyOf(layers);
        pictures = List.copyOf(pictures);
        parts = List.copyOf(parts);
    }
}
