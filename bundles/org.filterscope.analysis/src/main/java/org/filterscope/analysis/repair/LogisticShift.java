package org.filterscope.analysis.repair;

import java.util.Arrays;

import org.filterscope.core.progress.Progress;

/**
 * The change of a last layer that makes {@code mean cross-entropy + strength / 2 |change|²} smallest: multinomial logistic regression, drawn towards
 * the weights that are there instead of towards zero. Weights are measured in units of their feature's standard deviation, so that none is cheaper
 * to change than another. A picture that the network is sure of and right about has next to no gradient: it holds nothing back and changes nothing.
 * Biases are drawn as the weights are, so that an endless strength changes nothing.
 */
final class LogisticShift {
    private static final double ROUNDING = 1e-6;

    private final LastLayer layer;
    private final LabelledFeatures pictures;
    private final int[] rows;
    private final double strength;
    private final Progress progress;
    private final double[] means;
    private final double[] deviations;
    /** By picture: what the layer says now, {@code [class]}. */
    private final double[][] logits;

    /**
     * @param rows     the classes whose weights may change
     * @param strength above 0
     * @param progress asked whether to go on
     */
    LogisticShift(final LastLayer layer, final LabelledFeatures pictures, final int[] rows, final double strength, final Progress progress) {
        this.progress = progress;
        this.layer = layer;
        this.pictures = pictures;
        this.rows = rows;
        this.strength = strength;
        means = new double[layer.features()];
        deviations = new double[layer.features()];
        measure();
        final FittedLayer now = new FittedLayer(layer);
        logits = pictures.features().stream().map(now::logits).toArray(double[][]::new);
    }

    private void measure() {
        for (int k = 0; k < means.length; k++) {
            double sum = 0;
            for (final double[] features : pictures.features()) {
                sum += features[k];
            }
            means[k] = sum / pictures.pictures();
            double squares = 0;
            for (final double[] features : pictures.features()) {
                squares += (features[k] - means[k]) * (features[k] - means[k]);
            }
            deviations[k] = Math.sqrt(squares / pictures.pictures());
        }
        final double typical = Arrays.stream(deviations).average().orElse(0);
        // What varies by rounding alone would take weights that no float holds.
        Arrays.setAll(deviations, k -> deviations[k] > ROUNDING * Math.max(Math.abs(means[k]), typical) ? deviations[k] : 0);
    }

    FittedLayer fit() {
        final int width = means.length + 1;
        final double[] shift = new LimitedMemoryBfgs(this::loss).minimum(new double[rows.length * width]);
        final FittedLayer fitted = new FittedLayer(layer);
        for (int r = 0; r < rows.length; r++) {
            fitted.bias()[rows[r]] += shift[r * width + means.length];
            for (int k = 0; k < means.length; k++) {
                if (deviations[k] > 0) {
                    final double change = shift[r * width + k] / deviations[k];
                    fitted.weights()[rows[r]][k] += change;
                    fitted.bias()[rows[r]] -= change * means[k];
                }
            }
        }
        return fitted;
    }

    /** @param shift {@code [row, feature]} in standard deviations, each row's bias behind its features */
    private double loss(final double[] shift, final double[] gradient) {
        progress.checkCancelled();
        final int width = means.length + 1;
        Arrays.fill(gradient, 0);
        final double[] standard = new double[width];
        standard[means.length] = 1;
        double loss = 0;
        for (int picture = 0; picture < pictures.pictures(); picture++) {
            final double[] features = pictures.features().get(picture);
            for (int k = 0; k < means.length; k++) {
                standard[k] = deviations[k] > 0 ? (features[k] - means[k]) / deviations[k] : 0;
            }
            final double[] scores = logits[picture].clone();
            for (int r = 0; r < rows.length; r++) {
                for (int k = 0; k < width; k++) {
                    scores[rows[r]] += shift[r * width + k] * standard[k];
                }
            }
            final int right = pictures.classes()[picture];
            final double whole = FittedLayer.logarithmOfSum(scores);
            loss += (whole - scores[right]) / pictures.pictures();
            for (int r = 0; r < rows.length; r++) {
                final double error = (Math.exp(scores[rows[r]] - whole) - (rows[r] == right ? 1 : 0)) / pictures.pictures();
                for (int k = 0; k < width; k++) {
                    gradient[r * width + k] += error * standard[k];
                }
            }
        }
        for (int i = 0; i < shift.length; i++) {
            loss += strength / 2 * shift[i] * shift[i];
            gradient[i] += strength * shift[i];
        }
        return loss;
    }
}
