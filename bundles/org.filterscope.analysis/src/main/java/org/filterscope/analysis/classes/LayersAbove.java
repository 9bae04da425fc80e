package org.filterscope.analysis.classes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;

/** What lies between a layer and the logits. */
public final class LayersAbove {
    private final String layer;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> bypasses = new LinkedHashSet<>();
    private final boolean reached;

    /** @throws IllegalArgumentException when there is no such layer */
    public LayersAbove(final NetworkGraph graph, final String layer) {
        graph.shape(layer);
        this.layer = layer;
        final Set<String> needed = below(graph, graph.logits().name());
        final Set<String> dependent = new HashSet<>(Set.of(layer));
        for (final Node node : graph.nodes()) {
            if (!node.name().equals(layer) && node.inputs().stream().anyMatch(dependent::contains)) {
                dependent.add(node.name());
                if (needed.contains(node.name())) {
                    nodes.add(node);
                }
            }
        }
        for (final Node node : nodes) {
            node.inputs().stream().filter(input -> !dependent.contains(input)).forEach(bypasses::add);
        }
        reached = needed.contains(layer);
    }

    private static Set<String> below(final NetworkGraph graph, final String top) {
        final Set<String> below = new HashSet<>(Set.of(top));
        for (final Node node : graph.nodes().reversed()) {
            if (below.contains(node.name())) {
                below.addAll(node.inputs());
            }
        }
        return below;
    }

    public String layer() {
        return layer;
    }

    /** Whether the logits depend on the layer. */
    public boolean reachLogits() {
        return reached;
    }

    /** From the layer, without it, to the logits. */
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /**
     * Layers whose values reach the logits past the layer and are needed beside its own to compute them: the shortcut around a residual
     * branch. Empty when all that the logits know of the picture goes through the layer.
     */
    public Set<String> bypasses() {
        return Collections.unmodifiableSet(bypasses);
    }

    /** The layer and what goes past it: what has to be given to compute the logits. */
    public Set<String> given() {
        final Set<String> given = new LinkedHashSet<>(Set.of(layer));
        given.addAll(bypasses);
        return given;
    }

    /** Whether every logit is a fixed weighting of the layer's values, plus what does not depend on them. */
    public boolean areAffine() {
        return nodes.stream().allMatch(node -> AffineOperators.contains(node.operator()));
    }
}
