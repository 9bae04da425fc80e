package org.filterscope.analysis.repair;

import java.util.Arrays;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * A last layer that knows nothing but what it learns from pictures: multinomial logistic regression from weights of 0, hardly held back. Whatever
 * the layers below have learned stays.
 */
public final class RelearnedLayer {
    /** Of {@link LogisticShift}: enough to keep weights finite where the classes can be told apart without an error. */
    private static final double STRENGTH = 1e-3;

    private RelearnedLayer() {
    }

    /**
     * The network with the layer learned anew; classes without a picture have weights of 0.
     *
     * @param pictures with the labels that are to be learned, right or wrong
     * @param progress asked whether to go on
     */
    public static NetworkGraph of(final LastLayer layer, final LabelledFeatures pictures, final Progress progress) {
        final int[] rows = Arrays.stream(pictures.classes()).distinct().sorted().toArray();
        final FittedLayer fitted = new LogisticShift(layer.emptied(), pictures, rows, STRENGTH, progress).fit();
        return layer.with(fitted.weights(), fitted.bias());
    }
}
