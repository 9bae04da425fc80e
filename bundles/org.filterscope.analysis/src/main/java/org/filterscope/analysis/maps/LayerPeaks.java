package org.filterscope.analysis.maps;

import java.io.IOException;

/** The highest value of every map of a layer on all pictures of a set. */
public interface LayerPeaks {

    int pictures();

    int channels();

    /**
     * Shows the peaks of every channel to a visitor, by channel.
     *
     * @throws IOException when they cannot be read, or the visitor throws it
     */
    void forEach(Visitor visitor) throws IOException;

    /** Sees one channel after the other. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param values    highest value of the map on each picture
         * @param positions where it is, {@code row * cols + col}; of equal values the first
         */
        void visit(int channel, float[] values, int[] positions) throws IOException;
    }
}
