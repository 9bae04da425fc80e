package org.filterscope.engine.execution;

import java.util.Arrays;

import org.filterscope.engine.graph.Shape;

/**
 * The values of one layer (or the input) for a batch of images.
 *
 * @param images how many
 * @param shape  of one image
 * @param values {@code [image, channel, row, col]}, row-major; not copied
 */
public record FeatureMaps(int images, Shape shape, float[] values) {

    public FeatureMaps {
        if (values.length != images * shape.size()) {
            throw new IllegalArgumentException("%d values for %d images of %s".formatted(values.length, images, shape));
        }
    }

    /** Index in {@link #values()} of the first value of a channel's map. */
    public int start(final int image, final int channel) {
        return (image * shape.channels() + channel) * shape.rows() * shape.cols();
    }

    /** The maps of the images from one to just below another. */
    public FeatureMaps part(final int from, final int to) {
        final int size = Math.toIntExact(shape.size());
        return from == 0 && to == images ? this : new FeatureMaps(to - from, shape, Arrays.copyOfRange(values, from * size, to * size));
    }

    /** Every map mirrored left to right. */
    public FeatureMaps mirrored() {
        final float[] turned = new float[values.length];
        final int cols = shape.cols();
        for (int i = 0; i < values.length; i++) {
            turned[i - i % cols + cols - 1 - i % cols] = values[i];
        }
        return new FeatureMaps(images, shape, turned);
    }
}
