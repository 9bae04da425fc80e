package org.filterscope.analysis.repair;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;

/**
 * Makes everybody deaf to a filter: the weights by which others listen to it become zero, and what they would have heard of a constant map goes
 * into their biases. The filter itself goes on as before.
 */
final class UnheardFilter {
    private final ChangedOperators network;

    UnheardFilter(final ChangedOperators network) {
        this.network = network;
    }

    /**
     * Channels of a layer that are the same everywhere.
     *
     * @param first of the channels
     * @param value of all of them
     */
    private record Constants(String layer, int first, int count, double value) {
        Constants at(final String other) {
            return new Constants(other, first, count, value);
        }

        Constants of(final double other) {
            return new Constants(layer, first, count, other);
        }
    }

    /** @throws NotByWeightsException when somebody listens by other means than weights; some weights may have been changed by then */
    void set(final String layer, final int channel, final double value) throws NotByWeightsException {
        hear(new Constants(layer, channel, 1, value));
    }

    private void hear(final Constants constants) throws NotByWeightsException {
        if (network.original().output().name().equals(constants.layer())) {
            throw new NotByWeightsException("it reaches the output '%s' past all weights".formatted(constants.layer()));
        }
        for (final Node node : network.consumers(constants.layer())) {
            hear(node, constants);
        }
    }

    private void hear(final Node node, final Constants constants) throws NotByWeightsException {
        final Constants same = constants.at(node.name());
        final Shape below = network.original().shape(constants.layer());
        switch (network.operator(node.name())) {
            case final Identity identity -> hear(same);
            case final GlobalPooling pooling -> hear(same);
            case final Pooling pooling when constants.value() == 0 || pooling.counted().equals(Padding.NONE) -> hear(same);
            case final Activation activation -> hear(same.of(after(node, activation, constants.value())));
            case final Flatten flatten -> {
                final int positions = below.rows() * below.cols();
                hear(new Constants(node.name(), constants.first() * positions, constants.count() * positions, constants.value()));
            }
            case final Concatenate concatenate -> {
                int first = 0;
                for (final String input : node.inputs()) {
                    if (input.equals(constants.layer())) {
                        hear(new Constants(node.name(), first + constants.first(), constants.count(), constants.value()));
                    }
                    first += network.original().shape(input).channels();
                }
            }
            case final Dense dense -> network.put(node.name(), new Dense(
                    Values.zero(dense.weights(), 0, dense.weights().length(0), constants.first(), constants.first() + constants.count()),
                    heard(dense.weights(), dense.bias(), 1, constants)));
            case final Convolution convolution -> network.put(node.name(), deaf(node, convolution, constants));
            case final Operator other -> throw new NotByWeightsException("layer '%s' (%s) listens to it without weights".formatted(node.name(),
                    other.kind()));
        }
    }

    private static double after(final Node node, final Activation activation, final double value) throws NotByWeightsException {
        final Optional<DoubleUnaryOperator> function = ActivationRange.function(activation);
        if (function.isEmpty() && value != 0) {
            throw new NotByWeightsException("layer '%s' (%s) is not computed here".formatted(node.name(), activation.kind()));
        }
        return function.isEmpty() ? 0 : function.get().applyAsDouble(value);
    }

    private static Convolution deaf(final Node node, final Convolution layer, final Constants constants) throws NotByWeightsException {
        if (constants.value() != 0 && !layer.window().padding().equals(Padding.NONE)) {
            throw new NotByWeightsException("layer '%s' (%s) sees zeros around its input, so that no bias can stand for a constant map"
                    .formatted(node.name(), layer.kind()));
        }
        Tensor weights = layer.weights();
        final int channels = weights.length(1);
        final int filters = weights.length(0) / layer.groups();
        for (int channel = constants.first(); channel < constants.first() + constants.count(); channel++) {
            final int group = channel / channels;
            weights = Values.zero(weights, group * filters, (group + 1) * filters, channel % channels, channel % channels + 1);
        }
        return new Convolution(weights, heard(layer.weights(), layer.bias(), layer.groups(), constants), layer.window(), layer.groups());
    }

    /** The bias and what each filter hears of the constant channels. */
    private static Tensor heard(final Tensor weights, final Tensor bias, final int groups, final Constants constants) {
        final float[] sums = bias.values().clone();
        final int channels = weights.length(1);
        final int positions = weights.values().length / weights.length(0) / channels;
        for (int filter = 0; filter < sums.length && constants.value() != 0; filter++) {
            final int before = filter / (weights.length(0) / groups) * channels;
            double sum = bias.values()[filter];
            for (int channel = constants.first(); channel < constants.first() + constants.count(); channel++) {
                for (int i = 0; channel >= before && channel < before + channels && i < positions; i++) {
                    sum += constants.value() * weights.values()[(filter * channels + channel - before) * positions + i];
                }
            }
            sums[filter] = (float) sum;
        }
        return new Tensor(bias.shape(), sums);
    }
}
