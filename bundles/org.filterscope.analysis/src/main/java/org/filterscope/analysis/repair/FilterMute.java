package org.filterscope.analysis.repair;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * A filter that gives the same value everywhere on every picture, made by changes of weights alone: what an edit does to a session, done to the
 * network itself.
 *
 * @param layer   of the filter
 * @param channel of the layer
 * @param value   0 to mute it; its mean to take out what it tells and nothing else
 */
public record FilterMute(String layer, int channel, float value) {

    /** A way to do something to weights. */
    private interface Way {
        void apply(ChangedOperators network) throws NotByWeightsException;
    }

    /** @throws InvalidInputException when the network has no such filter */
    public void check(final NetworkGraph graph) throws InvalidInputException {
        if (graph.node(layer).isEmpty()) {
            throw new InvalidInputException("the model has no layer '%s'".formatted(layer));
        }
        final int filters = graph.shape(layer).channels();
        if (channel < 0 || channel >= filters) {
            throw new InvalidInputException("layer '%s' has the filters 0 to %d, there is no filter %d".formatted(layer, filters - 1, channel));
        }
    }

    /**
     * The ways there are, the better first: by the weights that make the filter, or by those that listen to it. All predict the same; they differ
     * in which weights a file must hold.
     *
     * @return at least one
     * @throws InvalidInputException when the network has no such filter, or there is no way
     */
    public List<NetworkGraph> ways(final NetworkGraph graph) throws InvalidInputException {
        check(graph);
        final List<NetworkGraph> ways = new ArrayList<>();
        final List<String> reasons = new ArrayList<>();
        for (final Way way : List.<Way>of(network -> new ConstantFilter(network).set(layer, channel, value),
                network -> new UnheardFilter(network).set(layer, channel, value))) {
            final ChangedOperators network = new ChangedOperators(graph);
            try {
                way.apply(network);
                ways.add(network.graph());
            } catch (final NotByWeightsException e) {
                reasons.add(e.getMessage());
            }
        }
        if (ways.isEmpty()) {
            throw new InvalidInputException("filter %d of layer '%s' cannot be set to %s by weights: %s".formatted(channel, layer, value,
                    String.join("; ", reasons)));
        }
        return ways;
    }
}
