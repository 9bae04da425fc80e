package org.filterscope.engine.onnxruntime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Input;

/**
 * Which part of a network has to be computed.
 *
 * @param given layers whose values are there
 */
record NeededLayers(NetworkGraph network, Set<String> given) {

    /**
     * The layers wanted and all that they need, down to what is given, in the network's order.
     *
     * @throws IllegalArgumentException when a layer does not exist or what is given does not suffice
     */
    List<Node> below(final Set<String> wanted) {
        wanted.forEach(network::shape);
        final Set<String> needed = new HashSet<>(wanted);
        for (final Node node : network.nodes().reversed()) {
            if (!needed.contains(node.name()) || given.contains(node.name())) {
                continue;
            }
            if (node.operator() instanceof Input) {
                throw new IllegalArgumentException("the layers %s do not suffice to compute %s: '%s' is missing".formatted(given, wanted,
                        node.name()));
            }
            needed.addAll(node.inputs());
        }
        return network.nodes().stream().filter(node -> needed.contains(node.name())).toList();
    }
}
