package org.filterscope.analysis.attribution;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Softmax;

/** What is measured of a class while a picture is changed. */
public enum ClassScore {
    /** The logit. */
    LOGIT,
    /**
     * The logarithm of p / (1 − p), p the probability of the softmax that decides; the logit where a network ends otherwise. Rises and falls
     * with the probability, and still moves where that is 1 to the last digit.
     */
    LOG_ODDS,
    /** The probability of the softmax or sigmoid that decides; the logit where a network ends without one. */
    PROBABILITY;

    /** The layer that is looked at. */
    String layer(final NetworkGraph graph) {
        return this == PROBABILITY ? graph.deciding().name() : graph.logits().name();
    }

    /** @param found values of {@link #layer} */
    double of(final NetworkGraph graph, final FeatureMaps found, final int image, final int label) {
        final double value = found.values()[found.start(image, label)];
        if (!(graph.deciding().operator() instanceof final Softmax softmax)) {
            return value;
        }
        return switch (this) {
            case LOGIT -> value;
            case LOG_ODDS -> value - logarithmOfOthers(found, image, label);
            case PROBABILITY -> softmax.logarithmic() ? Math.exp(value) : value;
        };
    }

    /** Logarithm of the sum of the other classes' exponentials, the largest taken out so that none overflows. */
    private static double logarithmOfOthers(final FeatureMaps logits, final int image, final int label) {
        final int start = logits.start(image, 0);
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.shape().channels(); i++) {
            largest = i == label ? largest : Math.max(largest, logits.values()[start + i]);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < logits.shape().channels(); i++) {
            sum += i == label ? 0 : Math.exp(logits.values()[start + i] - largest);
        }
        return largest + Math.log(sum);
    }
}
