package org.filterscope.engine.keras;

import java.util.List;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.read.RefusedException;

/** Makes the operators that slide a window from a layer's settings, its weights and the shape of its input. */
final class KerasConvolutions {
    private static final int[] ONCE = {1, 1};
    private static final Window POINT = new Window(1, 1, 1, 1, 1, 1, Padding.NONE);

    private final KerasFile file;

    KerasConvolutions(final KerasFile file) {
        this.file = file;
    }

    Convolution convolution(final KerasLayer layer, final KerasSettings settings, final Shape in)
            throws RefusedException, InvalidNetworkException {
        final int groups = settings.whole("groups", 1);
        final int[] kernel = settings.pair("kernel_size", 1);
        final int filters = settings.whole("filters");
        if (in.channels() % groups != 0) {
            throw new RefusedException("%d channels cannot be cut into %d groups".formatted(in.channels(), groups));
        }
        final Tensor weights = file.weights(layer, "kernel", kernel[0], kernel[1], in.channels() / groups, filters);
        return new Convolution(KerasOrder.filterChannelRowCol(weights), bias(layer, settings, filters),
                KerasGeometry.window(kernel, settings.pair("strides", 1), settings.pair("dilation_rate", 1), settings, in), groups);
    }

    /** The first half of a separable convolution has no bias: the second one has it. */
    Convolution depthwise(final KerasLayer layer, final KerasSettings settings, final Shape in, final boolean biased)
            throws RefusedException, InvalidNetworkException {
        final int[] kernel = settings.pair("kernel_size", 1);
        final int multiplier = settings.whole("depth_multiplier", 1);
        final String role = file.has(layer, "depthwise_kernel") ? "depthwise_kernel" : "kernel";
        final Tensor weights = KerasOrder.depthwise(file.weights(layer, role, kernel[0], kernel[1], in.channels(), multiplier));
        final int filters = weights.length(0);
        return new Convolution(weights, biased ? bias(layer, settings, filters) : Tensor.vector(new float[filters]),
                KerasGeometry.window(kernel, settings.pair("strides", 1), settings.pair("dilation_rate", 1), settings, in), in.channels());
    }

    /** The second half of a separable convolution: 1 × 1. */
    Convolution pointwise(final KerasLayer layer, final KerasSettings settings, final Shape in)
            throws RefusedException, InvalidNetworkException {
        final int filters = settings.whole("filters");
        final Tensor weights = file.weights(layer, "pointwise_kernel", 1, 1, in.channels(), filters);
        return new Convolution(KerasOrder.filterChannelRowCol(weights), bias(layer, settings, filters), POINT);
    }

    /** A dense layer on maps works on each position: a 1 × 1 convolution. */
    Convolution dense(final KerasLayer layer, final KerasSettings settings, final Shape in) throws RefusedException, InvalidNetworkException {
        final int filters = settings.whole("units");
        final Tensor weights = file.weights(layer, "kernel", in.channels(), filters);
        final Tensor kernel = new Tensor(List.of(1, 1, in.channels(), filters), weights.values());
        return new Convolution(KerasOrder.filterChannelRowCol(kernel), bias(layer, settings, filters), POINT);
    }

    /**
     * What TensorFlow calls the gradient of a convolution: its kernels are {@code [row, col, filter, channel]}, and its result has the size
     * that such a convolution would have taken.
     */
    TransposedConvolution transposed(final KerasLayer layer, final KerasSettings settings, final Shape in)
            throws RefusedException, InvalidNetworkException {
        final int[] kernel = settings.pair("kernel_size", 1);
        final int[] stride = settings.pair("strides", 1);
        final int[] dilation = settings.pair("dilation_rate", 1);
        final int filters = settings.whole("filters");
        final boolean same = KerasGeometry.isSame(settings);
        final List<Integer> extra = settings.list("output_padding");
        final Window plain = new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], Padding.NONE);
        final Fit rows = Fit.of(in.rows(), plain.spanRows(), stride[0], same, extra == null ? null : extra.get(0));
        final Fit cols = Fit.of(in.cols(), plain.spanCols(), stride[1], same, extra == null ? null : extra.getLast());
        final Window window = new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1],
                new Padding(rows.before(), cols.before(), rows.after(), cols.after()));
        final Tensor weights = file.weights(layer, "kernel", kernel[0], kernel[1], filters, in.channels());
        return new TransposedConvolution(KerasOrder.filterChannelRowCol(weights), bias(layer, settings, filters), window, rows.extra(),
                cols.extra(), 1);
    }

    Pooling pooling(final Reduction reduction, final KerasSettings settings, final Shape in) throws RefusedException {
        final int[] size = settings.pair("pool_size", 2);
        final int[] stride = settings.has("strides") ? settings.pair("strides", 1) : size;
        return new Pooling(reduction, KerasGeometry.window(size, stride, ONCE, settings, in));
    }

    Tensor bias(final KerasLayer layer, final KerasSettings settings, final int outputs) throws InvalidNetworkException {
        return settings.truth("use_bias", true) ? file.weights(layer, "bias", outputs) : Tensor.vector(new float[outputs]);
    }

    /**
     * How one axis of a transposed convolution's result is brought to its length.
     *
     * @param before positions cut off at the start
     * @param after  positions cut off at the end
     * @param extra  positions added at the end
     */
    private record Fit(int before, int after, int extra) {

        /**
         * @param length of the input
         * @param span   of the kernel
         * @param given  Keras's output_padding; null when it is not set
         */
        static Fit of(final int length, final int span, final int stride, final boolean same, final Integer given) {
            final int painted = Math.addExact(Math.multiplyExact(length - 1, stride), span);
            final int wanted;
            if (given == null) {
                wanted = same ? Math.multiplyExact(length, stride) : painted + Math.max(stride - span, 0);
            } else {
                wanted = painted + given - (same ? span / 2 * 2 : 0);
            }
            final int cut = Math.max(painted - wanted, 0);
            return new Fit(cut / 2, cut - cut / 2, Math.max(wanted - painted, 0));
        }
    }
}
