package org.filterscope.engine.onnx.gradient;

import java.util.List;

import org.filterscope.engine.graph.Tensor;

/**
 * A convolution's kernels for the way back: filters and channels exchanged in every group, rows and columns turned round.
 *
 * @param weights {@code [filter, channel / groups, row, col]}
 */
record TurnedKernels(Tensor weights, int groups) {

    /** {@code [channel, filter / groups, row, col]}. */
    List<Integer> shape() {
        return List.of(weights.length(1) * groups, weights.length(0) / groups, weights.length(2), weights.length(3));
    }

    float[] values() {
        final float[] from = weights.values();
        final float[] to = new float[from.length];
        final int channels = weights.length(1);
        final int filters = weights.length(0) / groups;
        final int kernel = weights.length(2) * weights.length(3);
        for (int group = 0; group < groups; group++) {
            for (int filter = 0; filter < filters; filter++) {
                for (int channel = 0; channel < channels; channel++) {
                    final int read = ((group * filters + filter) * channels + channel) * kernel;
                    final int write = ((group * channels + channel) * filters + filter) * kernel;
                    for (int i = 0; i < kernel; i++) {
                        to[write + i] = from[read + kernel - 1 - i];
                    }
                }
            }
        }
        return to;
    }
}
