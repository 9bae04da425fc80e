package org.filterscope.analysis.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;

/** Which layers to look into. */
final class LayerChoice {
    /** Strides after up-sampling are fractions; those that differ by less than one part of this are one resolution. */
    private static final int STRIDE_STEPS = 64;
    private static final int MOST_AUTOMATIC = 4;
    private static final int MOST_NAMED = 12;

    private LayerChoice() {
    }

    /**
     * @return the layers that the configuration names, or a choice of ours when it names none; in the network's order
     * @throws InvalidConfigurationException when a layer does not exist
     */
    static List<String> of(final NetworkGraph graph, final ReceptiveFields fields, final DiagnosisConfiguration configuration)
            throws InvalidConfigurationException {
        final List<String> wanted = configuration.layers();
        for (final String name : wanted) {
            if (graph.node(name).isEmpty() || graph.node(name).get().operator() instanceof Input) {
                throw configuration.error("layers", "the model has no layer '%s' to look into; it has %s".formatted(name, names(graph)));
            }
        }
        return wanted.isEmpty() ? automatic(graph, fields, configuration)
                : graph.nodes().stream().map(Node::name).filter(wanted::contains).toList();
    }

    /** The last layer with maps at each resolution, the four deepest: what the network knows at each size of detail. */
    private static List<String> automatic(final NetworkGraph graph, final ReceptiveFields fields,
            final DiagnosisConfiguration configuration) throws InvalidConfigurationException {
        final Map<Long, String> last = new HashMap<>();
        final List<String> order = new ArrayList<>();
        for (final Node node : graph.nodes()) {
            final Shape shape = graph.shape(node.name());
            if (!(node.operator() instanceof Input) && shape.hasMaps()) {
                order.add(node.name());
                last.put(Math.round(fields.vertical(node.name()).stride() * STRIDE_STEPS), node.name());
            }
        }
        order.retainAll(last.values());
        if (order.isEmpty()) {
            throw configuration.error("layers",
                    "the model has no layer with feature maps; name the layers to look into, it has " + names(graph));
        }
        return List.copyOf(order.subList(Math.max(0, order.size() - MOST_AUTOMATIC), order.size()));
    }

    /** The deepest layers, which are asked for most. */
    private static String names(final NetworkGraph graph) {
        final List<String> names = new ArrayList<>(graph.nodes().stream().filter(node -> !(node.operator() instanceof Input)).map(Node::name)
                .toList());
        Collections.reverse(names);
        return String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size()))) + (names.size() > MOST_NAMED ? ", …" : "");
    }
}
