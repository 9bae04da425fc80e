package org.filterscope.benchmark.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Shape;

/** The layers whose values are asked for. */
enum Taps {
    /** What a diagnosis looks into when nobody says otherwise: the last layer with maps at each resolution, the four deepest. */
    DIAGNOSED {
        @Override
        Set<String> of(final NetworkGraph network) {
            final Map<Integer, String> last = new HashMap<>();
            final List<String> order = new ArrayList<>();
            for (final Node node : network.nodes().subList(1, network.nodes().size())) {
                final Shape shape = network.shape(node.name());
                if (shape.hasMaps()) {
                    order.add(node.name());
                    last.put(shape.rows(), node.name());
                }
            }
            order.retainAll(last.values());
            return Set.copyOf(order.subList(Math.max(0, order.size() - 4), order.size()));
        }
    },
    /** Every layer as Keras and Deeplearning4j count them: after its normalisation and its rectifier. */
    ACTIVATIONS {
        @Override
        Set<String> of(final NetworkGraph network) {
            final Set<String> inner = new HashSet<>();
            final Set<String> read = new HashSet<>();
            for (final Node node : network.nodes()) {
                final boolean finishes = node.operator() instanceof Operator.BatchNormalization || node.operator() instanceof Operator.Activation;
                (finishes ? inner : read).addAll(node.inputs());
            }
            inner.removeAll(read);
            final Set<String> layers = new HashSet<>(ALL.of(network));
            layers.removeAll(inner);
            return Set.copyOf(layers);
        }
    },
    /** The result of every operation. */
    ALL {
        @Override
        Set<String> of(final NetworkGraph network) {
            final Set<String> layers = new HashSet<>();
            network.nodes().stream().skip(1).forEach(node -> layers.add(node.name()));
            return Set.copyOf(layers);
        }
    };

    abstract Set<String> of(NetworkGraph network);

    /** How many numbers that is for one picture. */
    long size(final NetworkGraph network) {
        return of(network).stream().mapToLong(layer -> network.shape(layer).size()).sum();
    }
}
