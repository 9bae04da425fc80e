package org.filterscope.analysis.batch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;

/** Which layers a pass has to compute. */
final class ComputedLayers {

    private ComputedLayers() {
    }

    /**
     * @param given  layers whose values are known
     * @param wanted layers that are asked for
     */
    static List<Node> of(final NetworkGraph graph, final Set<String> given, final Collection<String> wanted) {
        final Set<String> needed = new HashSet<>(wanted);
        for (final Node node : graph.nodes().reversed()) {
            if (needed.contains(node.name()) && !given.contains(node.name())) {
                needed.addAll(node.inputs());
            }
        }
        return graph.nodes().stream().filter(node -> needed.contains(node.name())).toList();
    }
}
