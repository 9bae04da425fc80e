package org.filterscope.analysis.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;

/** A network that has forgotten what its uppermost layers have learned: their weights are the same numbers in a random order. */
public final class ShuffledWeights {

    private ShuffledWeights() {
    }

    /** Layers with weights, from the output down. */
    public static List<String> layers(final NetworkGraph graph) {
        return graph.nodes().reversed().stream().filter(node -> hasWeights(node.operator())).map(Node::name)
                .toList();
    }

    /** The network with the weights of some layers shuffled; a layer's order depends on the seed and its place alone. */
    public static NetworkGraph of(final NetworkGraph graph, final List<String> layers, final long seed) {
        final Set<String> chosen = new HashSet<>(layers);
        final Random seeds = new Random(seed);
        final List<Node> nodes = new ArrayList<>();
        for (final Node node : graph.nodes()) {
            final Random random = new Random(seeds.nextLong());
            nodes.add(chosen.contains(node.name()) ? new Node(node.name(), shuffled(node.operator(), random), node.inputs()) : node);
        }
        try {
            return new NetworkGraph(graph.format(), nodes);
        } catch (final InvalidNetworkException e) {
            throw new IllegalStateException("shuffling weights does not change shapes", e);
        }
    }

    private static boolean hasWeights(final Operator operator) {
        return operator instanceof Convolution || operator instanceof TransposedConvolution || operator instanceof Dense;
    }

    private static Operator shuffled(final Operator operator, final Random random) {
        return switch (operator) {
            case Convolution(Tensor weights, Tensor bias, Window window, int groups) ->
                new Convolution(shuffled(weights, random), shuffled(bias, random), window, groups);
            case TransposedConvolution(Tensor weights, Tensor bias, Window window, int extraRows, int extraCols, int groups) ->
                new TransposedConvolution(shuffled(weights, random), shuffled(bias, random), window, extraRows, extraCols, groups);
            case Dense(Tensor weights, Tensor bias) -> new Dense(shuffled(weights, random), shuffled(bias, random));
            default -> operator;
        };
    }

    private static Tensor shuffled(final Tensor tensor, final Random random) {
        final float[] values = tensor.values().clone();
        for (int i = values.length - 1; i > 0; i--) {
            final int other = random.nextInt(i + 1);
            final float value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
        return new Tensor(tensor.shape(), values);
    }
}
