package org.filterscope.engine.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.OperatorWeights;
import org.filterscope.engine.graph.Tensor;

/** Two networks of the same layers with different weights, compared value by value. */
final class ChangedWeights {
    private final List<Node> before;
    private final List<Node> after;

    /** What to do with weights that are in the same place of both networks. */
    @FunctionalInterface
    interface Each {
        /** @param tensor number of the weights in their layer */
        void tensor(Node node, int tensor, Tensor before, Tensor after) throws InvalidNetworkException;
    }

    /** @throws IllegalArgumentException when the layers are not the same */
    ChangedWeights(final NetworkGraph before, final NetworkGraph after) {
        this.before = before.nodes();
        this.after = after.nodes();
        if (!IntStream.range(0, Math.max(this.before.size(), this.after.size()))
                .allMatch(i -> i < Math.min(this.before.size(), this.after.size()) && areAlike(this.before.get(i), this.after.get(i)))) {
            throw new IllegalArgumentException("the networks do not have the same layers");
        }
    }

    private static boolean areAlike(final Node one, final Node other) {
        return one.name().equals(other.name()) && one.inputs().equals(other.inputs()) && one.operator().getClass() == other.operator().getClass()
                && shapes(one).equals(shapes(other));
    }

    private static List<List<Integer>> shapes(final Node node) {
        return OperatorWeights.of(node.operator()).stream().map(Tensor::shape).toList();
    }

    /** All weights of all layers. */
    void forEach(final Each work) throws InvalidNetworkException {
        for (int i = 0; i < before.size(); i++) {
            final List<Tensor> old = OperatorWeights.of(before.get(i).operator());
            final List<Tensor> others = OperatorWeights.of(after.get(i).operator());
            for (int tensor = 0; tensor < old.size(); tensor++) {
                work.tensor(before.get(i), tensor, old.get(tensor), others.get(tensor));
            }
        }
    }

    /** The old values of all weights that are not the same in both. */
    List<Tensor> changed() throws InvalidNetworkException {
        final List<Tensor> changed = new ArrayList<>();
        forEach((node, number, old, other) -> {
            if (old.values() != other.values() && !Arrays.equals(old.values(), other.values())) {
                changed.add(old);
            }
        });
        return changed;
    }
}
