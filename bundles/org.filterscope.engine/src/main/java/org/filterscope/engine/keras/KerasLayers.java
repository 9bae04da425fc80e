package org.filterscope.engine.keras;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.read.RefusedException;

/** Makes the operator of a Keras layer from its settings, its weights and the shape of its input. */
final class KerasLayers {
    private static final int[] ONCE = {1, 1};

    private final KerasFile file;

    KerasLayers(final KerasFile file) {
        this.file = file;
    }

    Convolution convolution(final KerasLayer layer, final KerasSettings settings, final Shape in)
            throws RefusedException, InvalidNetworkException {
        settings.requireChannelsLast();
        final int groups = settings.whole("groups", 1);
        final int[] kernel = settings.pair("kernel_size", 1);
        final int filters = settings.whole("filters");
        if (in.channels() % groups != 0) {
            throw new RefusedException("%d channels cannot be cut into %d groups".formatted(in.channels(), groups));
        }
        final Tensor weights = file.weights(layer.name(), "kernel", kernel[0], kernel[1], in.channels() / groups, filters);
        return new Convolution(KerasOrder.filterChannelRowCol(weights), bias(layer, settings, filters),
                window(kernel, settings.pair("strides", 1), settings.pair("dilation_rate", 1), settings, in), groups);
    }

    /** The first half of a separable convolution has no bias: the second one has it. */
    Convolution depthwise(final KerasLayer layer, final KerasSettings settings, final Shape in, final boolean biased)
            throws RefusedException, InvalidNetworkException {
        settings.requireChannelsLast();
        final int[] kernel = settings.pair("kernel_size", 1);
        final int multiplier = settings.whole("depth_multiplier", 1);
        final String role = file.has(layer.name(), "depthwise_kernel") ? "depthwise_kernel" : "kernel";
        final Tensor weights = KerasOrder.depthwise(file.weights(layer.name(), role, kernel[0], kernel[1], in.channels(), multiplier));
        final int filters = weights.length(0);
        return new Convolution(weights, biased ? bias(layer, settings, filters) : Tensor.vector(new float[filters]),
                window(kernel, settings.pair("strides", 1), settings.pair("dilation_rate", 1), settings, in), in.channels());
    }

    /** The second half of a separable convolution: 1 × 1. */
    Convolution pointwise(final KerasLayer layer, final KerasSettings settings, final Shape in)
            throws RefusedException, InvalidNetworkException {
        final int filters = settings.whole("filters");
        final Tensor weights = file.weights(layer.name(), "pointwise_kernel", 1, 1, in.channels(), filters);
        return new Convolution(KerasOrder.filterChannelRowCol(weights), bias(layer, settings, filters),
                new Window(1, 1, 1, 1, 1, 1, Padding.NONE));
    }

    Pooling pooling(final Reduction reduction, final KerasSettings settings, final Shape in) throws RefusedException {
        settings.requireChannelsLast();
        final int[] size = settings.pair("pool_size", 2);
        final boolean strided = settings.config().has("strides") && !settings.config().get("strides").isJsonNull();
        return new Pooling(reduction, window(size, strided ? settings.pair("strides", 1) : size, ONCE, settings, in));
    }

    GlobalPooling global(final Reduction reduction, final KerasSettings settings) throws RefusedException {
        settings.requireChannelsLast();
        return new GlobalPooling(reduction);
    }

    BatchNormalization batchNormalization(final KerasLayer layer, final KerasSettings settings, final Shape in)
            throws RefusedException, InvalidNetworkException {
        requireLastAxis(settings, in);
        final int channels = in.channels();
        final Tensor gamma = settings.truth("scale", true) ? file.weights(layer.name(), "gamma", channels) : constant(channels, 1);
        final Tensor beta = settings.truth("center", true) ? file.weights(layer.name(), "beta", channels) : constant(channels, 0);
        return new BatchNormalization(gamma, beta, file.weights(layer.name(), "moving_mean", channels),
                file.weights(layer.name(), "moving_variance", channels), settings.number("epsilon", 1e-3));
    }

    /** @param maps the maps that were flattened into the input, or the input's own shape */
    Dense dense(final KerasLayer layer, final KerasSettings settings, final Shape in, final Shape maps)
            throws RefusedException, InvalidNetworkException {
        final int outputs = settings.whole("units");
        final Tensor weights = file.weights(layer.name(), "kernel", in.channels(), outputs);
        return new Dense(KerasOrder.outputInput(weights, maps), bias(layer, settings, outputs));
    }

    ParametricRelu parametricRelu(final KerasLayer layer, final Shape in) throws InvalidNetworkException {
        return new ParametricRelu(Tensor.vector(file.weights(layer.name(), "alpha", 1, 1, in.channels()).values()));
    }

    /** {@code x scale + offset}, each one number or one a channel. */
    Affine rescaling(final KerasSettings settings, final Shape in) throws RefusedException {
        return new Affine(Tensor.vector(perChannel(settings, "scale", 1, in)), Tensor.vector(perChannel(settings, "offset", 0, in)));
    }

    /** Only what leaves the values where they are: a vector as maps of one position, or the other way round. */
    Identity reshape(final KerasSettings settings, final Shape in) throws RefusedException {
        final JsonElement target = settings.config().get("target_shape");
        if (!in.hasMaps() && target != null && target.isJsonArray()) {
            final JsonArray lengths = target.getAsJsonArray();
            boolean vector = !lengths.isEmpty();
            for (int i = 0; i < lengths.size() - 1; i++) {
                vector &= lengths.get(i).isJsonPrimitive() && lengths.get(i).getAsString().equals("1");
            }
            if (vector) {
                return new Identity();
            }
        }
        throw new RefusedException("only a vector can be reshaped, to maps of one position; not %s to %s".formatted(in, target));
    }

    Operator sides(final KerasSettings settings, final String key, final Function<Padding, Operator> operator) throws RefusedException {
        settings.requireChannelsLast();
        try {
            final JsonArray sides = settings.config().getAsJsonArray(key);
            final JsonArray rows = sides.get(0).getAsJsonArray();
            final JsonArray cols = sides.get(1).getAsJsonArray();
            return operator.apply(
                    new Padding(rows.get(0).getAsInt(), cols.get(0).getAsInt(), rows.get(1).getAsInt(), cols.get(1).getAsInt()));
        } catch (final RuntimeException e) {
            throw new RefusedException("its setting '%s' cannot be understood: %s".formatted(key, settings.config().get(key)));
        }
    }

    Operator zeroPadding(final KerasSettings settings) throws RefusedException {
        return sides(settings, "padding", ZeroPadding::new);
    }

    Operator cropping(final KerasSettings settings) throws RefusedException {
        return sides(settings, "cropping", Cropping::new);
    }

    /** Refuses to work along anything but the channels, which are the last axis: 3 of maps, 1 of vectors. */
    static void requireLastAxis(final KerasSettings settings, final Shape in) throws RefusedException {
        final JsonElement axis = settings.config().get("axis");
        final JsonElement only = axis != null && axis.isJsonArray() && axis.getAsJsonArray().size() == 1 ? axis.getAsJsonArray().get(0) : axis;
        if (only != null && !(in.hasMaps() ? List.of("-1", "3") : List.of("-1", "3", "1")).contains(only.toString())) {
            throw new RefusedException("it works along the axis %s; only the channels are supported".formatted(axis));
        }
    }

    private Tensor bias(final KerasLayer layer, final KerasSettings settings, final int outputs) throws InvalidNetworkException {
        return settings.truth("use_bias", true) ? file.weights(layer.name(), "bias", outputs) : Tensor.vector(new float[outputs]);
    }

    private static Window window(final int[] kernel, final int[] stride, final int[] dilation, final KerasSettings settings, final Shape input)
            throws RefusedException {
        return switch (settings.text("padding", "valid")) {
            case "valid" -> new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], Padding.NONE);
            case "same" -> Window.same(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], input);
            default -> throw new RefusedException("padding '%s' is not supported".formatted(settings.text("padding", "")));
        };
    }

    private static float[] perChannel(final KerasSettings settings, final String key, final double otherwise, final Shape in)
            throws RefusedException {
        final JsonElement given = settings.config().get(key);
        final float[] values = new float[in.channels()];
        if (given == null || !given.isJsonArray()) {
            Arrays.fill(values, (float) settings.number(key, otherwise));
            return values;
        }
        final JsonArray array = given.getAsJsonArray();
        if (array.size() != values.length) {
            throw new RefusedException("its setting '%s' has %d numbers for %d channels".formatted(key, array.size(), values.length));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).getAsFloat();
        }
        return values;
    }

    private static Tensor constant(final int length, final float value) {
        final float[] values = new float[length];
        Arrays.fill(values, value);
        return Tensor.vector(values);
    }
}
