package org.filterscope.analysis.repair;

import java.util.List;
import java.util.OptionalDouble;

import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.TransposedConvolution;

/**
 * Makes a filter's map the same everywhere on every picture by the weights that make it: incoming weights zero and a bias, or a normalisation's
 * factor zero and its summand. Where the filter's layer has no weights, the layers below it are followed down as long as nobody else listens to them.
 */
final class ConstantFilter {
    private final ChangedOperators network;

    ConstantFilter(final ChangedOperators network) {
        this.network = network;
    }

    /** @throws NotByWeightsException when it cannot be done; some weights may have been changed by then */
    void set(final String layer, final int channel, final double value) throws NotByWeightsException {
        final Node node = network.node(layer);
        switch (network.operator(layer)) {
            case final Convolution convolution -> network.put(layer, new Convolution(Values.zero(convolution.weights(), channel),
                    Values.with(convolution.bias(), channel, value), convolution.window(), convolution.groups()));
            case final TransposedConvolution convolution -> network.put(layer, transposed(convolution, channel, value));
            case final Dense dense -> network.put(layer, new Dense(Values.zero(dense.weights(), channel), Values.with(dense.bias(), channel, value)));
            case final BatchNormalization normal -> network.put(layer, new BatchNormalization(Values.with(normal.gamma(), channel, 0),
                    Values.with(normal.beta(), channel, value), normal.mean(), normal.variance(), normal.epsilon()));
            case final Activation activation -> below(node, channel, before(node, activation, value));
            case final ParametricRelu relu -> below(node, channel, before(node, relu, channel, value));
            case final Identity identity -> below(node, channel, value);
            case final GlobalPooling pooling -> below(node, channel, value);
            case final Pooling pooling when value == 0 || pooling.counted().equals(Padding.NONE) -> below(node, channel, value);
            case final Concatenate concatenate -> branch(node, channel, value);
            case final Add add -> sum(node, channel, value);
            case final Operator other -> throw new NotByWeightsException("layer '%s' (%s) has no weights that could make it constant".formatted(layer,
                    other.kind()));
        }
    }

    private static double before(final Node node, final Activation activation, final double value) throws NotByWeightsException {
        final OptionalDouble before = ActivationRange.inverse(activation, value);
        if (before.isEmpty()) {
            throw new NotByWeightsException("layer '%s' (%s) does not give %s".formatted(node.name(), activation.kind(), (float) value));
        }
        return before.getAsDouble();
    }

    private static double before(final Node node, final ParametricRelu relu, final int channel, final double value) throws NotByWeightsException {
        final float slope = relu.slope().values()[channel];
        if (value < 0 && slope <= 0) {
            throw new NotByWeightsException("layer '%s' (%s) does not give %s".formatted(node.name(), relu.kind(), (float) value));
        }
        return value < 0 ? value / slope : value;
    }

    private static TransposedConvolution transposed(final TransposedConvolution layer, final int channel, final double value) {
        final int filters = layer.weights().length(1);
        final int channels = layer.weights().length(0) / layer.groups();
        final int group = channel / filters;
        return new TransposedConvolution(
                Values.zero(layer.weights(), group * channels, (group + 1) * channels, channel % filters, channel % filters + 1),
                Values.with(layer.bias(), channel, value), layer.window(), layer.extraRows(), layer.extraCols(), layer.groups());
    }

    private void branch(final Node node, final int channel, final double value) throws NotByWeightsException {
        int first = 0;
        for (final String input : node.inputs()) {
            final int channels = network.original().shape(input).channels();
            if (channel < first + channels) {
                below(node, input, channel - first, value);
                return;
            }
            first += channels;
        }
        throw new IllegalArgumentException("layer '%s' has no filter %d".formatted(node.name(), channel));
    }

    /** The first of what is added up takes the value, the others are zero. */
    private void sum(final Node node, final int channel, final double value) throws NotByWeightsException {
        final int channels = network.original().shape(node.name()).channels();
        if (node.inputs().stream().anyMatch(input -> network.original().shape(input).channels() != channels)) {
            throw new NotByWeightsException("layer '%s' (%s) spreads a channel over others".formatted(node.name(), node.operator().kind()));
        }
        for (int i = 0; i < node.inputs().size(); i++) {
            below(node, node.inputs().get(i), channel, i == 0 ? value : 0);
        }
    }

    private void below(final Node node, final int channel, final double value) throws NotByWeightsException {
        below(node, node.inputs().get(0), channel, value);
    }

    private void below(final Node node, final String input, final int channel, final double value) throws NotByWeightsException {
        final List<Node> listeners = network.consumers(input);
        if (listeners.size() != 1 || node.inputs().stream().filter(input::equals).count() != 1) {
            throw new NotByWeightsException("layer '%s' below it has other listeners, too".formatted(input));
        }
        set(input, channel, value);
    }
}
