package org.filterscope.engine.onnx.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import onnx.Onnx.NodeProto;
import org.filterscope.engine.graph.InvalidNetworkException;

/** Which node makes a value and which nodes take it. */
final class Wiring {
    private final Map<String, NodeProto> makers = new HashMap<>();
    private final Map<String, List<NodeProto>> takers = new HashMap<>();

    /** @throws InvalidNetworkException when two nodes make the same value */
    Wiring(final List<NodeProto> nodes) throws InvalidNetworkException {
        for (final NodeProto node : nodes) {
            for (final String output : node.getOutputList()) {
                if (!output.isEmpty() && makers.put(output, node) != null) {
                    throw new InvalidNetworkException("two nodes make the value '%s'".formatted(LayerNames.clean(output)));
                }
            }
            for (final String input : node.getInputList()) {
                takers.computeIfAbsent(input, key -> new ArrayList<>()).add(node);
            }
        }
    }

    /** Null when no node makes the value. */
    NodeProto maker(final String value) {
        return makers.get(value);
    }

    /** Nodes in the order of the file, a node twice when it takes the value twice. */
    List<NodeProto> takers(final String value) {
        return takers.getOrDefault(value, List.of());
    }

    /** Nodes that a value depends on. */
    Set<NodeProto> needed(final String value) {
        final Set<NodeProto> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        final Deque<String> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            final NodeProto node = maker(open.remove());
            if (node != null && needed.add(node)) {
                open.addAll(node.getInputList());
            }
        }
        return needed;
    }
}
