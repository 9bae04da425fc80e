package org.filterscope.analysis.run;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Shape;

/**
 * What a network says of the classes, as probabilities. Many networks, those of PyTorch above all, end with logits or log-probabilities because
 * their loss wants these; they are turned into the probabilities that they mean. A single logit is that of one class against its absence: its
 * probability is the sigmoid's, for a softmax over one class would always say 1.
 */
final class ClassScores {
    private final boolean logits;
    private final boolean logarithms;
    private final boolean probabilities;

    /** A network that ends with a softmax or any other function of single values gives what its author wants to see; others give logits. */
    ClassScores(final NetworkGraph graph) {
        final Operator deciding = graph.deciding().operator();
        logarithms = deciding instanceof Softmax(boolean logarithmic) && logarithmic;
        logits = !(deciding instanceof Softmax) && !(deciding instanceof Activation);
        probabilities = !(deciding instanceof final Activation activation) || activation.function() == Function.SIGMOID;
    }

    /** Whether the values are probabilities: not where the network ends with a function of single values other than a sigmoid. */
    boolean areProbabilities() {
        return probabilities;
    }

    /** @return one value a class; a network that ends in maps says of a class what its map says at best */
    FeatureMaps of(final FeatureMaps output) {
        final Shape shape = output.shape();
        final int positions = shape.rows() * shape.cols();
        final float[] best = new float[output.images() * shape.channels()];
        final double[] scores = new double[shape.channels()];
        for (int image = 0; image < output.images(); image++) {
            for (int position = 0; position < positions; position++) {
                for (int c = 0; c < scores.length; c++) {
                    scores[c] = output.values()[output.start(image, c) + position];
                }
                normalize(scores);
                for (int c = 0; c < scores.length; c++) {
                    final int i = image * scores.length + c;
                    best[i] = position == 0 ? (float) scores[c] : Math.max(best[i], (float) scores[c]);
                }
            }
        }
        return new FeatureMaps(output.images(), Shape.vector(shape.channels()), best);
    }

    private void normalize(final double[] scores) {
        if (!logits && !logarithms) {
            return;
        }
        if (logits && scores.length == 1) {
            scores[0] = 1 / (1 + Math.exp(-scores[0]));
            return;
        }
        double highest = logits ? Double.NEGATIVE_INFINITY : 0;
        for (int c = 0; logits && c < scores.length; c++) {
            highest = Math.max(highest, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - highest);
            sum += scores[c];
        }
        for (int c = 0; logits && c < scores.length; c++) {
            scores[c] /= sum;
        }
    }
}
