package org.filterscope.engine.execution;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/**
 * A layer's result replaced by {@code (1 − amount) h + amount value}. Amount and value are spread over images, channels, rows and columns along
 * which they have the length 1. Source: the edit rule of GAN Dissection (Bau et al. 2019).
 *
 * @param layer  whose result h is edited; everything above sees the edited result
 * @param amount from 0, nothing is changed, to 1, all is replaced
 * @param value  what it is replaced by
 */
public record Edit(String layer, FeatureMaps amount, FeatureMaps value) {

    /** One channel set to a value at every position, in every image. */
    public static Edit channel(final NetworkGraph graph, final String layer, final int channel, final float value) {
        return new Edit(layer, oneHot(graph.shape(layer).channels(), channel),
                new FeatureMaps(1, Shape.vector(1), new float[] {value}));
    }

    static FeatureMaps oneHot(final int channels, final int channel) {
        final float[] values = new float[channels];
        values[channel] = 1;
        return new FeatureMaps(1, Shape.vector(channels), values);
    }
}
