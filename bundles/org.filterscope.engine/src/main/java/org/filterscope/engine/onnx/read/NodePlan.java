package org.filterscope.engine.onnx.read;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import onnx.Onnx.NodeProto;
import org.filterscope.engine.graph.InvalidNetworkException;

/**
 * Which nodes are read, and what they are for.
 *
 * @param nodes  those that the output needs, in the order of the file
 * @param biases those that only add a bias to the layer below, whose value nobody else takes
 * @param layers those that become layers of their own
 */
record NodePlan(List<NodeProto> nodes, Set<NodeProto> biases, Set<NodeProto> layers) {
    private static final Set<String> WEIGHTED = Set.of("MatMul", "Gemm", "Conv", "ConvTranspose");
    /** These only describe values in another way. */
    private static final Set<String> DESCRIBING = Set.of("Identity", "Cast", "Transpose", "Squeeze", "Unsqueeze", "Shape");

    static NodePlan of(final List<NodeProto> all, final Set<String> initializers, final String output) throws InvalidNetworkException {
        final Wiring whole = new Wiring(all);
        final Set<NodeProto> needed = whole.needed(output);
        final List<NodeProto> nodes = all.stream().filter(needed::contains).toList();
        final Wiring wiring = new Wiring(nodes);
        final Set<String> known = new HashSet<>(initializers);
        final Set<NodeProto> biases = Collections.newSetFromMap(new IdentityHashMap<>());
        final Set<NodeProto> layers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (final NodeProto node : nodes) {
            final boolean constant = node.getOpType().equals("Shape")
                    || Folding.knows(node.getOpType()) && node.getInputList().stream().allMatch(input -> input.isEmpty() || known.contains(input));
            if (constant) {
                known.addAll(node.getOutputList());
            } else if (isBias(node, wiring, known, output)) {
                biases.add(node);
            } else if (!DESCRIBING.contains(node.getOpType())) {
                layers.add(node);
            }
        }
        return new NodePlan(nodes, biases, layers);
    }

    /** All values that the nodes take. */
    Set<String> taken() {
        return nodes.stream().flatMap(node -> node.getInputList().stream()).filter(value -> !value.isEmpty()).collect(Collectors.toSet());
    }

    private static boolean isBias(final NodeProto node, final Wiring wiring, final Set<String> known, final String output) {
        if (!node.getOpType().equals("Add") || node.getInputCount() != 2) {
            return false;
        }
        final String value = known.contains(node.getInput(0)) ? node.getInput(1) : node.getInput(0);
        final NodeProto maker = wiring.maker(value);
        return (known.contains(node.getInput(0)) || known.contains(node.getInput(1))) && maker != null
                && WEIGHTED.contains(maker.getOpType()) && wiring.takers(value).size() == 1 && !value.equals(output);
    }
}
