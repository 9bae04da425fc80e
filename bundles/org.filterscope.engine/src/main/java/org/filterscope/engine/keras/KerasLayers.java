package org.filterscope.engine.keras;

import java.util.Arrays;
import java.util.List;

import com.google.gson.JsonElement;

import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.RefusedException;

/** Makes the operators that have numbers for each channel from a layer's settings and weights. */
final class KerasLayers {
    /** Keras divides by no smaller standard deviation. */
    private static final double SMALLEST_DEVIATION = 1e-7;

    private final KerasFile file;
    private final KerasFormat format;

    KerasLayers(final KerasFile file, final KerasFormat format) {
        this.file = file;
        this.format = format;
    }

    BatchNormalization batchNormalization(final KerasLayer layer, final KerasSettings settings, final Shape in)
            throws RefusedException, InvalidNetworkException {
        final int channels = in.channels();
        final Tensor gamma = settings.truth("scale", true) ? file.weights(layer, "gamma", channels) : constant(channels, 1);
        final Tensor beta = settings.truth("center", true) ? file.weights(layer, "beta", channels) : constant(channels, 0);
        return new BatchNormalization(gamma, beta, file.weights(layer, "moving_mean", channels),
                file.weights(layer, "moving_variance", channels), settings.number("epsilon", 1e-3));
    }

    /**
     * @param maps the maps that were flattened into the input, or the input's own shape
     * @param bias one an output
     */
    Dense dense(final KerasLayer layer, final KerasSettings settings, final Shape in, final Shape maps, final Tensor bias)
            throws RefusedException, InvalidNetworkException {
        return new Dense(KerasOrder.outputInput(file.weights(layer, "kernel", in.channels(), settings.whole("units")), maps), bias);
    }

    /** One slope a channel: the axes of the rows and columns share it. */
    ParametricRelu parametricRelu(final KerasLayer layer, final KerasSettings settings, final Shape in, final boolean vector)
            throws RefusedException, InvalidNetworkException {
        if (vector) {
            return new ParametricRelu(file.weights(layer, "alpha", in.channels()));
        }
        if (in.hasMaps() && !format.positions().equals(settings.list("shared_axes"))) {
            throw new RefusedException("it has a slope for each position; only slopes for channels are supported (shared_axes %s)"
                    .formatted(format.positions()));
        }
        final int[] shape = {1, 1, 1};
        shape[format.channels() - 1] = in.channels();
        return new ParametricRelu(Tensor.vector(file.weights(layer, "alpha", shape).values()));
    }

    /** {@code x scale + offset}, each one number or one a channel. */
    Affine rescaling(final KerasSettings settings, final Shape in, final boolean vector) throws RefusedException {
        return new Affine(Tensor.vector(constant(settings, "scale", 1).perChannel(in, after(vector))),
                Tensor.vector(constant(settings, "offset", 0).perChannel(in, after(vector))));
    }

    /** {@code (x − mean) / deviation}, or with {@code invert} {@code mean + x deviation}; the numbers are settings or weights. */
    Affine normalization(final KerasLayer layer, final KerasSettings settings, final Shape in, final boolean vector)
            throws RefusedException, InvalidNetworkException {
        final List<Integer> axes = settings.has("axis") ? settings.list("axis") : List.of();
        final int dimensions = vector ? 2 : 4;
        final int channels = vector ? 1 : format.channels();
        if (axes == null || axes.size() > 1 || !axes.isEmpty() && KerasFormat.dimension(axes.get(0), dimensions) != channels) {
            throw new RefusedException("it works along the axes %s; only the channels are supported".formatted(settings.config().get("axis")));
        }
        final float[] mean = statistics(layer, settings, "mean", in, axes.isEmpty());
        final float[] variance = statistics(layer, settings, "variance", in, axes.isEmpty());
        final float[] factor = new float[mean.length];
        final float[] summand = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            final double deviation = Math.max(Math.sqrt(variance[i]), SMALLEST_DEVIATION);
            final boolean inverse = settings.truth("invert", false);
            factor[i] = (float) (inverse ? deviation : 1 / deviation);
            summand[i] = (float) (inverse ? mean[i] : -mean[i] / deviation);
        }
        return new Affine(Tensor.vector(factor), Tensor.vector(summand));
    }

    /** How many dimensions come after the channels. */
    int after(final boolean vector) {
        return vector ? 0 : 3 - format.channels();
    }

    private float[] statistics(final KerasLayer layer, final KerasSettings settings, final String role, final Shape in, final boolean single)
            throws RefusedException, InvalidNetworkException {
        if (settings.has(role)) {
            return KerasConstant.of(settings.config().get(role)).perChannel(in, 0);
        }
        if (single) {
            return constant(in.channels(), file.weights(layer, role).values()[0]).values();
        }
        return file.weights(layer, role, in.channels()).values();
    }

    private static KerasConstant constant(final KerasSettings settings, final String key, final double otherwise) throws RefusedException {
        final JsonElement given = settings.config().get(key);
        return given == null || given.isJsonNull() ? new KerasConstant(List.of(), List.of(otherwise)) : KerasConstant.of(given);
    }

    private static Tensor constant(final int length, final float value) {
        final float[] values = new float[length];
        Arrays.fill(values, value);
        return Tensor.vector(values);
    }
}
