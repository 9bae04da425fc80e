package org.filterscope.engine.graph;

import java.util.List;

/**
 * One layer of a network.
 *
 * @param name     unique in its network
 * @param operator what it computes
 * @param inputs   names of the nodes whose results it takes
 */
public record Node(String name, Operator operator, List<String> inputs) {

    public Node {
        inputs = List.copyOf(inputs);
    }
}
