package org.filterscope.analysis.attribution;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Softmax;

/** What is measured of a class while a picture is changed. */
public enum ClassScore {
    /** The logit: sums up over parts, and does not saturate. */
    LOGIT,
    /** The probability of the softmax or sigmoid that decides; the logit where a network ends without one. */
    PROBABILITY;

    /** The layer that holds the score or, for a logarithmic softmax, its logarithm. */
    String layer(final NetworkGraph graph) {
        return this == LOGIT ? graph.logits().name() : graph.deciding().name();
    }

    /** @param found values of {@link #layer} */
    double of(final NetworkGraph graph, final FeatureMaps found, final int image, final int label) {
        final double value = found.values()[found.start(image, label)];
        return isLogarithm(graph) ? Math.exp(value) : value;
    }

    /** What the gradient of {@link #layer}'s value is to be multiplied by to be that of the score. */
    double slope(final NetworkGraph graph, final double score) {
        return isLogarithm(graph) ? score : 1;
    }

    private boolean isLogarithm(final NetworkGraph graph) {
        return this == PROBABILITY && graph.deciding().operator() instanceof final Softmax softmax && softmax.logarithmic();
    }
}
