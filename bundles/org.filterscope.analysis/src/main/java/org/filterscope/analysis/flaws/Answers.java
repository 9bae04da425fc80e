package org.filterscope.analysis.flaws;

import org.filterscope.engine.execution.FeatureMaps;

/**
 * What a network says of pictures, from its logits.
 *
 * @param probabilities {@code [picture][output]}: the softmax of the logits
 */
record Answers(double[][] probabilities) {

    static Answers of(final int pictures) {
        return new Answers(new double[pictures][]);
    }

    /** @param logits one value an output */
    void take(final int picture, final FeatureMaps logits, final int image) {
        final int outputs = logits.shape().channels();
        final double[] row = new double[outputs];
        double most = Double.NEGATIVE_INFINITY;
        for (int output = 0; output < outputs; output++) {
            most = Math.max(most, logits.values()[logits.start(image, output)]);
        }
        double sum = 0;
        for (int output = 0; output < outputs; output++) {
            row[output] = Math.exp(logits.values()[logits.start(image, output)] - most);
            sum += row[output];
        }
        for (int output = 0; output < outputs; output++) {
            row[output] /= sum;
        }
        probabilities[picture] = row;
    }

    double probability(final int picture, final int output) {
        return probabilities[picture][output];
    }

    /** Logarithm of an output's probability by that of all others. */
    double logOdds(final int picture, final int output) {
        double others = Double.MIN_NORMAL;
        for (int other = 0; other < probabilities[picture].length; other++) {
            others += other == output ? 0 : probabilities[picture][other];
        }
        return Math.log(Math.max(Double.MIN_NORMAL, probabilities[picture][output]) / others);
    }

    /** The output with the highest probability; of equal ones the first. */
    int best(final int picture) {
        int best = 0;
        for (int output = 1; output < probabilities[picture].length; output++) {
            best = probabilities[picture][output] > probabilities[picture][best] ? output : best;
        }
        return best;
    }
}
