package org.filterscope.engine.read;

import java.util.List;

import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;

/** The order in which maps become a vector: channels-last frameworks flatten row, column, channel; we flatten channel, row, column. */
public final class FlattenedOrder {

    private FlattenedOrder() {
    }

    /**
     * Weights for our order.
     *
     * @param weights {@code [output, input]}, inputs in the order row, column, channel
     * @param maps    the shape of the maps that were flattened; a vector's shape leaves the weights as they are
     */
    public static Tensor channelsFirst(final Tensor weights, final Shape maps) {
        final int outputs = weights.length(0);
        final int inputs = weights.length(1);
        final int positions = maps.rows() * maps.cols();
        final float[] turned = new float[weights.values().length];
        for (int i = 0; i < inputs; i++) {
            final int target = i % maps.channels() * positions + i / maps.channels();
            for (int o = 0; o < outputs; o++) {
                turned[o * inputs + target] = weights.values()[o * inputs + i];
            }
        }
        return new Tensor(List.of(outputs, inputs), turned);
    }
}
