package org.filterscope.engine.write;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.OperatorWeights;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.NumberedModel;
import org.filterscope.engine.read.PlaceNumbers;
import org.filterscope.engine.read.WeightBlock;

/** Finds out where in a file the weights that change lie, and whether the changed file will be read as it should. */
final class PlacedChanges {
    private final Map<String, Node> places;
    private final NavigableMap<Integer, WeightBlock> blocks;
    private final ChangedWeights weights;
    private final WeightChanges changes;

    /** @throws InvalidNetworkException when a value has no place in the file, or shares it with one that does not change alike */
    PlacedChanges(final ChangedWeights weights, final NumberedModel numbered) throws InvalidNetworkException {
        this.weights = weights;
        places = numbered.places().nodes().stream().collect(Collectors.toMap(Node::name, Function.identity()));
        blocks = new TreeMap<>(numbered.blocks().stream().collect(Collectors.toMap(WeightBlock::first, Function.identity())));
        final WeightChanges.Gathered gathered = new WeightChanges.Gathered();
        weights.forEach((node, number, old, other) -> gather(node, number, old, other, gathered));
        changes = gathered.sorted();
        weights.forEach(this::checkShared);
    }

    WeightChanges changes() {
        return changes;
    }

    /** The block of a place that changes. */
    WeightBlock block(final int place) {
        return blocks.floorEntry(place).getValue();
    }

    /**
     * Whether a network is the one that was wanted; values may be as coarse as the file stores them.
     *
     * @throws InvalidNetworkException when it is not
     */
    void check(final NetworkGraph found) throws InvalidNetworkException {
        final Map<String, Node> nodes = found.nodes().stream().collect(Collectors.toMap(Node::name, Function.identity()));
        weights.forEach((node, number, old, other) -> {
            final float[] numbers = numbers(node, number, old);
            final float[] values = values(nodes, node, number, old);
            for (int i = 0; i < values.length; i++) {
                final float wanted = isSame(old.values()[i], other.values()[i]) ? old.values()[i]
                        : block(PlaceNumbers.place(numbers[i])).encoding().rounded(other.values()[i]);
                if (!isSame(values[i], wanted)) {
                    throw new InvalidNetworkException("the changed weights of layer '%s' cannot be stored in the file: they would be read as others"
                            .formatted(node.name()));
                }
            }
        });
    }

    private void gather(final Node node, final int number, final Tensor old, final Tensor other, final WeightChanges.Gathered into)
            throws InvalidNetworkException {
        if (old.values() == other.values()) {
            return;
        }
        final float[] numbers = numbers(node, number, old);
        for (int i = 0; i < numbers.length; i++) {
            if (!isSame(old.values()[i], other.values()[i])) {
                final int place = PlaceNumbers.place(numbers[i]);
                final Map.Entry<Integer, WeightBlock> block = place == 0 ? null : blocks.floorEntry(place);
                if (block == null || !block.getValue().holds(place)) {
                    throw new InvalidNetworkException((place == 0 ? "layer '%s' has no such weights in the file (a bias, for example)"
                            : "the weights of layer '%s' are not stored as such in the file: compressed, in another file or computed")
                                    .formatted(node.name()));
                }
                if (!Float.isFinite(block.getValue().encoding().rounded(other.values()[i]))) {
                    throw new InvalidNetworkException("layer '%s' needs a weight of %s, which the file cannot hold".formatted(node.name(), other.values()[i]));
                }
                into.add(place, old.values()[i], other.values()[i]);
            }
        }
    }

    private void checkShared(final Node node, final int number, final Tensor old, final Tensor other) throws InvalidNetworkException {
        final float[] numbers = numbers(node, number, old);
        for (int i = 0; i < numbers.length; i++) {
            final int at = changes.index(PlaceNumbers.place(numbers[i]));
            if (at >= 0 && isSame(changes.before()[at], old.values()[i]) && !isSame(changes.after()[at], other.values()[i])) {
                throw new InvalidNetworkException(("layer '%s' uses weights that are changed for another layer, too; "
                        + "they cannot be changed for one alone").formatted(node.name()));
            }
        }
    }

    /** Not a number is itself, and zeros are equal whatever their signs. */
    static boolean isSame(final float one, final float other) {
        return one == other || Float.compare(one, other) == 0;
    }

    private float[] numbers(final Node node, final int number, final Tensor like) throws InvalidNetworkException {
        return values(places, node, number, like);
    }

    private static float[] values(final Map<String, Node> nodes, final Node node, final int number, final Tensor like)
            throws InvalidNetworkException {
        final List<Tensor> found = nodes.containsKey(node.name()) ? OperatorWeights.of(nodes.get(node.name()).operator()) : List.of();
        if (found.size() <= number || !found.get(number).shape().equals(like.shape())) {
            throw new InvalidNetworkException("layer '%s' is not the same with other weights; it cannot be changed".formatted(node.name()));
        }
        return found.get(number).values();
    }
}
