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
     * The same, where zeros need not be looked at.
     *
     * @throws IOException when they cannot be read, or the visitor throws it
     */
    default void forEachSparse(final SparseVisitor visitor) throws IOException {
        final SparseMaps sparse = new SparseMaps(shape());
        forEach((picture, values) -> {
            sparse.take(values);
            visitor.visit(picture, sparse);
        });
    }

    /**
     * The maps of some pictures. Goes through all of them where nothing faster is known.
     *
     * @throws IOException when they cannot be read
     */
    default FeatureMaps of(final int... pictures) throws IOException {
        final int length = Math.toIntExact(shape().size());
        final float[] maps = new float[Math.multiplyExact(pictures.length, length)];
        forEach((picture, values) -> {
            for (int i = 0; i < pictures.length; i++) {
                if (pictures[i] == picture) {
                    System.arraycopy(values, 0, maps, i * length, length);
                }
            }
        });
        return new FeatureMaps(pictures.length, shape(), maps);
    }

    /** Sees one picture after the other. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param picture index in the set
         * @param values  {@code [channel, row, col]}; used anew for the next picture, so copy what is to be kept
         */
        void visit(int picture, float[] values) throws IOException;
    }

    /** Sees one picture after the other. */
    @FunctionalInterface
    interface SparseVisitor {
        /**
         * @param picture index in the set
         * @param maps    used anew for the next picture
         */
        void visit(int picture, SparseMaps maps) throws IOException;
    }
}
