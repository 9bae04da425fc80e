package org.filterscope.analysis.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * Fits the last layer anew to pictures with right labels, drawn towards the weights that are there. How strongly is chosen by cross-validation: the
 * strength with the least mean cross-entropy on pictures that were left out. Unless that is less than the cross-entropy with nothing changed by more
 * than the standard error of the difference, nothing is changed.
 *
 * @param network  with the fitted layer
 * @param strength chosen; infinite when the pictures do not speak for any change
 */
public record LastLayerRepair(NetworkGraph network, double strength) {
    /** From hardly any change to hardly any hold. */
    private static final List<Double> STRENGTHS = List.of(10.0, 3.0, 1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001, 3e-4, 1e-4, 1e-5);
    private static final int FOLDS = 5;

    /**
     * @param pictures at least one
     * @param rows     the classes whose weights may change
     * @param seed     of the parts of the cross-validation
     * @param progress advances by {@link #steps()}
     */
    public static LastLayerRepair of(final LastLayer layer, final LabelledFeatures pictures, final int[] rows, final long seed,
            final Progress progress) {
        final int[] folds = ClassParts.of(pictures.classes(), FOLDS, seed);
        final List<double[]> losses = new ArrayList<>();
        for (final double strength : STRENGTHS) {
            progress.checkCancelled();
            losses.add(losses(pictures, folds, layer, rows, strength, progress));
            progress.advance(1);
        }
        final double[] best = losses.stream().min(Comparator.comparingDouble(LastLayerRepair::mean)).orElseThrow();
        final double[] gains = losses(pictures, folds, layer, rows, Double.POSITIVE_INFINITY, progress);
        Arrays.setAll(gains, i -> gains[i] - best[i]);
        final double strength = mean(gains) > standardError(gains) ? STRENGTHS.get(losses.indexOf(best)) : Double.POSITIVE_INFINITY;
        final FittedLayer fitted = fit(layer, pictures, rows, strength, progress);
        progress.advance(1);
        return new LastLayerRepair(layer.with(fitted.weights(), fitted.bias()), strength);
    }

    /** Steps of its progress. */
    public static int steps() {
        return STRENGTHS.size() + 1;
    }

    /** Cross-entropy of each picture with weights fitted without its fold. */
    private static double[] losses(final LabelledFeatures pictures, final int[] folds, final LastLayer layer, final int[] rows,
            final double strength, final Progress progress) {
        final double[] losses = new double[pictures.pictures()];
        for (int fold = 0; fold < FOLDS; fold++) {
            final LabelledFeatures others = pictures.only(ClassParts.without(folds, fold));
            final FittedLayer fitted = fit(layer, others, rows, strength, progress);
            for (int i = 0; i < losses.length; i++) {
                if (folds[i] == fold) {
                    losses[i] = FittedLayer.crossEntropy(fitted.logits(pictures.features().get(i)), pictures.classes()[i]);
                }
            }
        }
        return losses;
    }

    private static FittedLayer fit(final LastLayer layer, final LabelledFeatures pictures, final int[] rows, final double strength,
            final Progress progress) {
        return Double.isInfinite(strength) || pictures.pictures() == 0 ? new FittedLayer(layer)
                : new LogisticShift(layer, pictures, rows, strength, progress).fit();
    }

    private static double mean(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardError(final double[] values) {
        final double mean = mean(values);
        double squares = 0;
        for (final double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / Math.max(1, values.length - 1) / values.length);
    }
}
