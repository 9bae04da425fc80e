package org.filterscope.engine.execution;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/**
 * What gradients are taken of: for each image the sum over a layer of seed times value.
 *
 * @param layer whose values are meant, after an edit if there is one
 * @param seed  the weight of each value, which is also the gradient at this layer; spread over images, channels, rows and columns along which it
 *              has the length 1
 */
public record Target(String layer, FeatureMaps seed) {

    /** One class's logit; with maps instead of one value a class, the sum of its map. */
    public static Target logit(final NetworkGraph graph, final int label) {
        return channel(graph, graph.logits().name(), label);
    }

    /** Another class's logit in every image. */
    public static Target logits(final NetworkGraph graph, final int... labels) {
        final String layer = graph.logits().name();
        final int channels = graph.shape(layer).channels();
        final float[] seed = new float[Math.multiplyExact(labels.length, channels)];
        for (int image = 0; image < labels.length; image++) {
            seed[image * channels + inside(labels[image], channels)] = 1;
        }
        return new Target(layer, new FeatureMaps(labels.length, Shape.vector(channels), seed));
    }

    /** The sum of a channel's map. */
    public static Target channel(final NetworkGraph graph, final String layer, final int channel) {
        final int channels = graph.shape(layer).channels();
        return new Target(layer, Edit.oneHot(channels, inside(channel, channels)));
    }

    /** One position of a channel's map. */
    public static Target position(final NetworkGraph graph, final String layer, final int channel, final int row, final int col) {
        final Shape shape = graph.shape(layer);
        final float[] seed = new float[Math.toIntExact(shape.size())];
        seed[(inside(channel, shape.channels()) * shape.rows() + inside(row, shape.rows())) * shape.cols() + inside(col, shape.cols())] = 1;
        return new Target(layer, new FeatureMaps(1, shape, seed));
    }

    /** The same for the images from one to just below another. */
    public Target part(final int from, final int to) {
        return new Target(layer, Pass.spread(seed, from, to));
    }

    /**
     * Whether the seed fits the network.
     *
     * @throws IllegalArgumentException when the layer does not exist or the seed has the wrong shape
     */
    public void check(final NetworkGraph graph, final int images) {
        Pass.checkSpread(layer, seed, graph.shape(layer), images);
    }

    private static int inside(final int index, final int length) {
        if (index < 0 || index >= length) {
            throw new IllegalArgumentException("there is no index %d among %d".formatted(index, length));
        }
        return index;
    }
}
