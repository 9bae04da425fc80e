package org.filterscope.analysis.fingerprint;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Shape;

/** In which order the weights of a dense layer belong to channel, row and column of the maps below: not every format flattens maps that way. */
record DenseOrder(NetworkGraph graph) {
    private static final int[] AS_IT_IS = {};

    /** @return for each weight in the order of channel, row, column its index; empty where they are in that order, or there are no maps */
    int[] of(final Node dense) {
        Node node = below(dense);
        while (node.operator() instanceof Identity || node.operator() instanceof Activation) {
            node = below(node);
        }
        return node.operator() instanceof Reshape(Shape result, Reshape.Order order) && order == Reshape.Order.CHANNELS_LAST
                && !result.hasMaps() ? indices(graph.shape(node.inputs().get(0))) : AS_IT_IS;
    }

    private Node below(final Node node) {
        return graph.node(node.inputs().get(0)).orElseThrow();
    }

    private static int[] indices(final Shape maps) {
        final int positions = maps.rows() * maps.cols();
        final int[] indices = new int[Math.toIntExact(maps.size())];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i % positions * maps.channels() + i / positions;
        }
        return indices;
    }
}
