package org.filterscope.analysis.maps;

import java.io.IOException;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/** The feature maps of one layer on all pictures of a set. Can be gone through any number of times; always in the pictures' order. */
public interface LayerMaps {

    /** Of one picture's maps. */
    Shape shape();

    int pictures();

    /**
     * Shows the maps of every picture to a visitor.
     *
     * @throws IOException when they cannot be read, or the visitor throws it
     */
    void forEach(Visitor visitor) throws IOException;

    /**
     * The maps of some pictures.
     *
     * @throws IOException when they cannot be read
     */
    FeatureMaps of(int... pictures) throws IOException;

    /** Sees one picture after the other. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param picture index in the set
         * @param values  {@code [channel, row, col]}; used anew for the next picture, so copy what is to be kept
         */
        void visit(int picture, float[] values) throws IOException;
    }
}
