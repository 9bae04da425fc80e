package org.filterscope.core.graph;

import java.util.List;

/**
 * What a graph is mined from, known before the first layer is.
 *
 * @param category  the kind of object: a class; empty when the pictures have none
 * @param inputRows of the network's input, in pixels
 * @param inputCols of the network's input, in pixels
 * @param pictures  by path below the picture folder, with {@code /}
 */
public record GraphSubject(String category, int inputRows, int inputCols, List<String> pictures) {

    public GraphSubject {
        pictures = List.copyOf(pictures);
    }
}
