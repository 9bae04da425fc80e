package org.filterscope.benchmark.engine;

import org.filterscope.engine.execution.FeatureMaps;

/** A program with a network loaded, ready for batches of pictures. Used by one thread. */
interface Peer extends AutoCloseable {

    /** @return the network's output on the Java heap, {@code [image, class]} */
    float[] forward(FeatureMaps pictures);

    /**
     * The derivative of the first class's logit, summed over the pictures, by the pictures' values.
     *
     * @throws UnsupportedOperationException when this program does not do that
     */
    float[] gradient(FeatureMaps pictures);

    /**
     * The output, and layers' values: on the Java heap with Filterscope, wherever they come to lie with others.
     *
     * @throws UnsupportedOperationException when this program does not do that
     */
    float[] tapped(FeatureMaps pictures, Taps taps);

    @Override
    void close();
}
