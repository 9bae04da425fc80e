package org.filterscope.engine.keras;

import java.util.List;

import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.FlattenedOrder;

/** Weights from Keras's channels-last order into ours. */
final class KerasOrder {

    private KerasOrder() {
    }

    /** {@code [row, col, channel, filter]} to {@code [filter, channel, row, col]}. */
    static Tensor filterChannelRowCol(final Tensor kernel) {
        final int channels = kernel.length(2);
        final int filters = kernel.length(3);
        return turn(kernel, List.of(filters, channels, kernel.length(0), kernel.length(1)), (channel, filter) -> filter * channels + channel);
    }

    /** {@code [row, col, channel, multiplier]} of a depthwise kernel to {@code [channel × multiplier, 1, row, col]}. */
    static Tensor depthwise(final Tensor kernel) {
        final int multiplier = kernel.length(3);
        return turn(kernel, List.of(kernel.length(2) * multiplier, 1, kernel.length(0), kernel.length(1)),
                (channel, filter) -> channel * multiplier + filter);
    }

    /** Which plane of the result takes the values of a channel and a filter. */
    private interface Plane {
        int of(int channel, int filter);
    }

    private static Tensor turn(final Tensor kernel, final List<Integer> shape, final Plane plane) {
        final int positions = kernel.length(0) * kernel.length(1);
        final float[] turned = new float[kernel.values().length];
        int from = 0;
        for (int position = 0; position < positions; position++) {
            for (int channel = 0; channel < kernel.length(2); channel++) {
                for (int filter = 0; filter < kernel.length(3); filter++) {
                    turned[plane.of(channel, filter) * positions + position] = kernel.values()[from++];
                }
            }
        }
        return new Tensor(shape, turned);
    }

    /**
     * {@code [input, output]} to {@code [output, input]}, the input's order turned from row, column, channel to channel, row, column.
     *
     * @param maps the shape of the maps that were flattened into the input; a vector's shape when there were none
     */
    static Tensor outputInput(final Tensor kernel, final Shape maps) {
        final int inputs = kernel.length(0);
        final int outputs = kernel.length(1);
        final float[] transposed = new float[kernel.values().length];
        for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
                transposed[o * inputs + i] = kernel.values()[i * outputs + o];
            }
        }
        return FlattenedOrder.channelsFirst(new Tensor(List.of(outputs, inputs), transposed), maps);
    }
}
