package org.filterscope.analysis.weights;

import java.util.Arrays;
import java.util.Optional;

import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;

/**
 * The weights with which a channel sums up the layer below.
 *
 * @param values channel of the layer below, row, column; of a transposed convolution too
 * @param bias   added to the sum
 * @param group  number of the group of channels below that is seen
 * @param groups how many groups there are
 */
public record ChannelWeights(float[] values, float bias, int group, int groups) {

    /** @return empty when the operator sums nothing up: all but convolutions, transposed convolutions and dense layers */
    public static Optional<ChannelWeights> of(final Operator operator, final int channel) {
        return switch (operator) {
            case Convolution convolution -> Optional.of(row(convolution.weights(), convolution.bias(), channel, convolution.groups()));
            case Dense dense -> Optional.of(row(dense.weights(), dense.bias(), channel, 1));
            case TransposedConvolution transposed -> Optional.of(column(transposed, channel));
            default -> Optional.empty();
        };
    }

    private static ChannelWeights row(final Tensor weights, final Tensor bias, final int channel, final int groups) {
        final int size = weights.values().length / weights.length(0);
        return new ChannelWeights(Arrays.copyOfRange(weights.values(), channel * size, (channel + 1) * size), bias.values()[channel],
                channel / (weights.length(0) / groups), groups);
    }

    /** Weights {@code [channel, filter / groups, row, col]}. */
    private static ChannelWeights column(final TransposedConvolution transposed, final int channel) {
        final Tensor weights = transposed.weights();
        final int filters = weights.length(1);
        final int below = weights.length(0) / transposed.groups();
        final int kernel = weights.length(2) * weights.length(3);
        final int group = channel / filters;
        final float[] values = new float[below * kernel];
        for (int i = 0; i < below; i++) {
            System.arraycopy(weights.values(), ((group * below + i) * filters + channel % filters) * kernel, values, i * kernel, kernel);
        }
        return new ChannelWeights(values, transposed.bias().values()[channel], group, transposed.groups());
    }
}
