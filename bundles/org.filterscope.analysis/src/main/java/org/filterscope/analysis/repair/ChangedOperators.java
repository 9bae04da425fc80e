package org.filterscope.analysis.repair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;

/** A network whose operators are exchanged one by one. */
final class ChangedOperators {
    private final NetworkGraph graph;
    private final Map<String, Operator> changed = new LinkedHashMap<>();

    ChangedOperators(final NetworkGraph graph) {
        this.graph = graph;
    }

    NetworkGraph original() {
        return graph;
    }

    NetworkGraph graph() {
        return graph.with(changed);
    }

    /** As it is by now. */
    Operator operator(final String layer) {
        return changed.getOrDefault(layer, node(layer).operator());
    }

    void put(final String layer, final Operator operator) {
        changed.put(layer, operator);
    }

    Node node(final String layer) {
        return graph.node(layer).orElseThrow(() -> new IllegalArgumentException("no layer '%s'".formatted(layer)));
    }

    /** The layers that take a layer's result. */
    List<Node> consumers(final String layer) {
        return graph.nodes().stream().filter(node -> node.inputs().contains(layer)).toList();
    }
}
