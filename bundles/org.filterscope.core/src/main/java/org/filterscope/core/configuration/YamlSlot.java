package org.filterscope.core.configuration;

import java.util.List;
import java.util.Optional;

import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value in the block or list that holds it.
 *
 * @param index of the value in there
 * @param key   null in a list
 */
record YamlSlot(CollectionNode<?> holder, int index, Node key, Node value) {

    /** @param step a key, or the number of a list's item, from 0 */
    static Optional<YamlSlot> of(final Node holder, final String step) {
        if (holder instanceof final MappingNode mapping) {
            final List<NodeTuple> tuples = mapping.getValue();
            for (int i = 0; i < tuples.size(); i++) {
                if (tuples.get(i).getKeyNode() instanceof final ScalarNode key && key.getValue().equals(step)) {
                    return Optional.of(new YamlSlot(mapping, i, key, tuples.get(i).getValueNode()));
                }
            }
        } else if (holder instanceof final SequenceNode sequence && isNumber(step)) {
            final int index = Integer.parseInt(step);
            return index < sequence.getValue().size() ? Optional.of(new YamlSlot(sequence, index, null, sequence.getValue().get(index)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    static boolean isNumber(final String step) {
        return step.length() < 9 && !step.isEmpty() && step.chars().allMatch(Character::isDigit);
    }

    /** The first node of the slot. */
    Node first() {
        return key == null ? value : key;
    }

    boolean isLast() {
        return index == holder.getValue().size() - 1;
    }

    boolean isAlone() {
        return holder.getValue().size() == 1;
    }

    YamlSlot neighbour(final int step) {
        if (holder instanceof final MappingNode mapping) {
            final NodeTuple tuple = mapping.getValue().get(index + step);
            return new YamlSlot(mapping, index + step, tuple.getKeyNode(), tuple.getValueNode());
        }
        return new YamlSlot(holder, index + step, null, ((SequenceNode) holder).getValue().get(index + step));
    }
}
