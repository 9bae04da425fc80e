package org.filterscope.engine.graph;

import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;

/**
 * Batch normalisation at inference multiplies each channel by a factor and adds a summand. Right above an operator that does the same with
 * weights and biases, both are one operator: {@code w' = factor w}, {@code b' = factor (b − mean) + beta}. Computed in double precision.
 */
public final class NormalizationFolding {

    private NormalizationFolding() {
    }

    /** Whether a normalisation right above this operator can be folded into it. */
    public static boolean takes(final Operator below) {
        return below instanceof Convolution || below instanceof TransposedConvolution || below instanceof Dense;
    }

    /**
     * One operator that does both.
     *
     * @throws IllegalArgumentException when {@code below} is of another kind
     */
    public static Operator fold(final Operator below, final BatchNormalization normalization) {
        final double[] factors = factors(normalization);
        return switch (below) {
            case Convolution(Tensor weights, Tensor bias, Window window, int groups) ->
                new Convolution(rows(weights, factors), biases(bias, normalization, factors), window, groups);
            case Dense(Tensor weights, Tensor bias) -> new Dense(rows(weights, factors), biases(bias, normalization, factors));
            case TransposedConvolution(Tensor weights, Tensor bias, Window window, int extraRows, int extraCols, int groups) ->
                new TransposedConvolution(columns(weights, factors, groups), biases(bias, normalization, factors), window, extraRows,
                        extraCols, groups);
            default -> throw new IllegalArgumentException("a batch normalization cannot be folded into a " + below.kind());
        };
    }

    /** What each channel is multiplied by: {@code gamma / sqrt(variance + epsilon)}. */
    public static double[] factors(final BatchNormalization normalization) {
        final double[] factors = new double[normalization.gamma().length(0)];
        for (int c = 0; c < factors.length; c++) {
            factors[c] = normalization.gamma().values()[c] / Math.sqrt(normalization.variance().values()[c] + normalization.epsilon());
        }
        return factors;
    }

    private static Tensor biases(final Tensor bias, final BatchNormalization normalization, final double[] factors) {
        final float[] values = new float[factors.length];
        for (int c = 0; c < values.length; c++) {
            values[c] = (float) (factors[c] * ((double) bias.values()[c] - normalization.mean().values()[c]) + normalization.beta().values()[c]);
        }
        return Tensor.vector(values);
    }

    /** Weights {@code [filter, …]}. */
    private static Tensor rows(final Tensor weights, final double[] factors) {
        final float[] values = weights.values().clone();
        final int size = values.length / factors.length;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * factors[i / size]);
        }
        return new Tensor(weights.shape(), values);
    }

    /** Weights {@code [channel, filter / groups, row, col]}. */
    private static Tensor columns(final Tensor weights, final double[] factors, final int groups) {
        final float[] values = weights.values().clone();
        final int filters = weights.length(1);
        final int channels = weights.length(0) / groups;
        final int size = weights.length(2) * weights.length(3);
        for (int i = 0; i < values.length; i++) {
            final int group = i / (channels * filters * size);
            values[i] = (float) (values[i] * factors[group * filters + i / size % filters]);
        }
        return new Tensor(weights.shape(), values);
    }
}
