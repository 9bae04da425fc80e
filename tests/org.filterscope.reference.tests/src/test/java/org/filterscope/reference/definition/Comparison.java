package org.filterscope.reference.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/** Executors' single precision beside the definition's double precision. */
final class Comparison {
    /** Of the largest value: single precision has 6e-8, and sums of a few hundred products lose about two digits. */
    private static final double TOLERANCE = 1e-5;

    private Comparison() {
    }

    static FeatureMaps batch(final List<Values> images) {
        final Shape shape = images.get(0).shape();
        final float[] values = new float[images.size() * (int) shape.size()];
        int i = 0;
        for (final Values image : images) {
            for (final double value : image.values()) {
                values[i++] = (float) value;
            }
        }
        return new FeatureMaps(images.size(), shape, values);
    }

    static void assertClose(final String what, final FeatureMaps found, final int image, final Values expected) {
        assertThat(found.shape()).as(what).isEqualTo(expected.shape());
        final double largest = Math.max(1, Arrays.stream(expected.values()).map(Math::abs).max().orElseThrow());
        final int start = found.start(image, 0);
        for (int i = 0; i < expected.values().length; i++) {
            assertThat((double) found.values()[start + i]).as("%s, image %d, value %d", what, image, i)
                    .isCloseTo(expected.values()[i], within(TOLERANCE * largest));
        }
    }
}
