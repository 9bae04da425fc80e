package org.filterscope.analysis.repair;

/** Weights and biases of a last layer, to work with: {@code [class, feature]} and one bias a class. */
final class FittedLayer {
    private final double[][] weights;
    private final double[] bias;

    /** Those that are there. */
    FittedLayer(final LastLayer layer) {
        weights = new double[layer.classes()][layer.features()];
        bias = new double[layer.classes()];
        for (int c = 0; c < bias.length; c++) {
            bias[c] = layer.bias(c);
            for (int k = 0; k < layer.features(); k++) {
                weights[c][k] = layer.weight(c, k);
            }
        }
    }

    /** May be changed. */
    double[][] weights() {
        return weights;
    }

    /** May be changed. */
    double[] bias() {
        return bias;
    }

    double[] logits(final double[] features) {
        final double[] logits = bias.clone();
        for (int c = 0; c < logits.length; c++) {
            for (int k = 0; k < features.length; k++) {
                logits[c] += weights[c][k] * features[k];
            }
        }
        return logits;
    }

    /** −log of the probability that a softmax gives to a class. */
    static double crossEntropy(final double[] logits, final int label) {
        return logarithmOfSum(logits) - logits[label];
    }

    /** log Σ exp(logit): what a logit is compared with to get its probability. */
    static double logarithmOfSum(final double[] logits) {
        double highest = Double.NEGATIVE_INFINITY;
        for (final double logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (final double logit : logits) {
            sum += Math.exp(logit - highest);
        }
        return highest + Math.log(sum);
    }
}
