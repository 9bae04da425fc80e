package org.filterscope.engine.dl4j;

import java.util.Arrays;
import java.util.List;

import com.google.gson.JsonElement;

import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.RefusedException;

/** Takes the parameters of each kind of layer, in the order and arrangement that Deeplearning4j gives them. */
record Dl4jWeights(Coefficients coefficients) {

    /** A layer's weights and one bias an output. */
    record Weighted(Tensor weights, Tensor bias) {
    }

    /** The two halves of a separable convolution; the bias is the second's. */
    record Separable(Weighted depthwise, Weighted pointwise) {
    }

    /** The biases first, then the kernels as {@code [row, col, channel, filter of the channel]}. */
    Weighted depthwise(final Dl4jLayer layer, final int rows, final int cols) throws RefusedException, InvalidNetworkException {
        final int channels = layer.settings().positive("nin");
        final int multiple = layer.settings().positive("depthMultiplier");
        final int filters = Math.multiplyExact(channels, multiple);
        final Tensor bias = bias(layer, filters);
        final Tensor given = coefficients.take(layer.name(), rows, cols, channels, multiple);
        final float[] turned = new float[given.values().length];
        final int positions = rows * cols;
        for (int i = 0; i < turned.length; i++) {
            turned[i % filters * positions + i / filters] = given.values()[i];
        }
        return new Weighted(new Tensor(List.of(filters, 1, rows, cols), turned), bias);
    }

    /** The biases, then kernels as {@code [filter of the channel, channel, row, col]}, then {@code [output, input]} of the 1 × 1 half. */
    Separable separable(final Dl4jLayer layer, final int rows, final int cols) throws RefusedException, InvalidNetworkException {
        final int channels = layer.settings().positive("nin");
        final int multiple = layer.settings().positive("depthMultiplier");
        final int filters = Math.multiplyExact(channels, multiple);
        final int outputs = layer.settings().positive("nout");
        final Tensor bias = bias(layer, outputs);
        final Tensor given = coefficients.take(layer.name(), multiple, channels, rows, cols);
        final float[] turned = new float[given.values().length];
        final int positions = rows * cols;
        for (int plane = 0; plane < filters; plane++) {
            final int filter = plane % channels * multiple + plane / channels;
            System.arraycopy(given.values(), plane * positions, turned, filter * positions, positions);
        }
        return new Separable(new Weighted(new Tensor(List.of(filters, 1, rows, cols), turned), constant(filters, 0)),
                new Weighted(coefficients.take(layer.name(), outputs, filters, 1, 1), bias));
    }

    /** The biases first, then the kernels, row by row: {@code [filter, channel, row, col]}, in channels-last networks, too. */
    Weighted convolution(final Dl4jLayer layer, final int rows, final int cols) throws RefusedException, InvalidNetworkException {
        final int filters = layer.settings().positive("nout");
        final int channels = layer.settings().positive("nin");
        final Tensor bias = bias(layer, filters);
        return new Weighted(coefficients.take(layer.name(), filters, channels, rows, cols), bias);
    }

    /** The biases first, then the kernels, row by row: {@code [channel, filter, row, col]}. */
    Weighted transposed(final Dl4jLayer layer, final int rows, final int cols) throws RefusedException, InvalidNetworkException {
        final int filters = layer.settings().positive("nout");
        final int channels = layer.settings().positive("nin");
        final Tensor bias = bias(layer, filters);
        return new Weighted(coefficients.take(layer.name(), channels, filters, rows, cols), bias);
    }

    /** One slope a channel: the axes of the rows and columns, which are counted without the images, share it. */
    ParametricRelu parametricRelu(final Dl4jLayer layer, final Shape in, final Layout layout)
            throws RefusedException, InvalidNetworkException {
        final List<Integer> shared = layer.settings().find("sharedAxes").map(axes -> axes.getAsJsonArray().asList().stream()
                .map(JsonElement::getAsInt).sorted().toList()).orElse(List.of());
        if (in.hasMaps() && !shared.equals(List.of(layout.rows(), layout.rows() + 1))) {
            throw new RefusedException("it has a slope for each position; only slopes for channels are supported (sharedAxes %d, %d)"
                    .formatted(layout.rows(), layout.rows() + 1));
        }
        return new ParametricRelu(coefficients.take(layer.name(), in.channels()));
    }

    /** Reads over parameters. */
    void skip(final Dl4jLayer layer, final int count) throws InvalidNetworkException {
        coefficients.take(layer.name(), count);
    }

    /** {@code [input, output]} column by column, which is {@code [output, input]} row by row; then the biases. */
    Weighted dense(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        final int outputs = layer.settings().positive("nout");
        final int inputs = layer.settings().positive("nin");
        final Tensor weights = coefficients.take(layer.name(), outputs, inputs);
        return new Weighted(weights, bias(layer, outputs));
    }

    /** Factor, summand, mean and variance of each channel; instead of the variance, newer networks have log10 of its root. */
    BatchNormalization batchNormalization(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        final Dl4jSettings settings = layer.settings();
        final int channels = settings.positive("nout");
        final boolean locked = settings.truth("lockGammaBeta", false);
        final Tensor gamma = locked ? constant(channels, 1) : coefficients.take(layer.name(), channels);
        final Tensor beta = locked ? constant(channels, 0) : coefficients.take(layer.name(), channels);
        if (locked && (settings.number("gamma", 1) != 1 || settings.number("beta", 0) != 0)) {
            // Its own implementation ignores one of them without the other, its native helpers do not.
            throw new RefusedException("it locks gamma and beta at other values than 1 and 0");
        }
        final Tensor mean = coefficients.take(layer.name(), channels);
        final Tensor spread = coefficients.take(layer.name(), channels);
        return new BatchNormalization(gamma, beta, mean, isLogarithmic(layer) ? variance(spread) : spread, settings.number("eps", 1e-5));
    }

    /** The names of the layer's parameters tell, as in Deeplearning4j; the setting came later. */
    private static boolean isLogarithmic(final Dl4jLayer layer) throws RefusedException {
        if (layer.variables().contains("var")) {
            return false;
        }
        return layer.variables().contains("log10stdev") || layer.settings().truth("useLogStd", false);
    }

    private static Tensor variance(final Tensor logarithms) {
        final float[] variances = new float[logarithms.values().length];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = (float) Math.pow(10, 2.0 * logarithms.values()[i]);
        }
        return new Tensor(logarithms.shape(), variances);
    }

    private Tensor bias(final Dl4jLayer layer, final int outputs) throws RefusedException, InvalidNetworkException {
        return layer.settings().truth("hasBias", true) ? coefficients.take(layer.name(), outputs) : constant(outputs, 0);
    }

    private static Tensor constant(final int length, final float value) {
        final float[] values = new float[length];
        Arrays.fill(values, value);
        return Tensor.vector(values);
    }
}
