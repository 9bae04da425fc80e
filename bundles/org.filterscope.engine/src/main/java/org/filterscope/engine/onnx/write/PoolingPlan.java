package org.filterscope.engine.onnx.write;

import java.util.Arrays;
import java.util.List;

import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;

/**
 * How a pooling is put to ONNX Runtime, whose nodes know neither padding as wide as the kernel nor averages with gaps, and take an average over
 * nothing for undefined.
 *
 * @param window   slides over the padded maps, itself without padding, or over the maps
 * @param explicit padding to be put around the maps first
 * @param out      rows and columns of the result
 * @param divisors how many values each window's mean counts, row-major; at least 1
 * @param filled   whether each window has a value that is not padding
 * @param plain    for an average: whether it can stay a node of its own, which counts its window's padding or not
 */
public record PoolingPlan(Window window, Padding explicit, Shape out, float[] divisors, boolean[] filled, boolean plain) {

    /** @param in shape of one image's input */
    public static PoolingPlan of(final Pooling pooling, final Shape in) {
        final Window window = pooling.window();
        final Padding padding = window.padding();
        final Shape out = window.over(in, 1);
        final float[] divisors = new float[out.rows() * out.cols()];
        final boolean[] filled = new boolean[divisors.length];
        boolean everywhere = true;
        for (int row = 0; row < out.rows(); row++) {
            final int first = row * window.strideRows() - padding.top();
            final int rows = inside(first, window.rows(), window.dilationRows(), -pooling.counted().top(), in.rows() + pooling.counted().bottom());
            final boolean seen = inside(first, window.rows(), window.dilationRows(), 0, in.rows()) > 0;
            for (int col = 0; col < out.cols(); col++) {
                final int left = col * window.strideCols() - padding.left();
                final int cols = inside(left, window.cols(), window.dilationCols(), -pooling.counted().left(),
                        in.cols() + pooling.counted().right());
                divisors[row * out.cols() + col] = Math.max(1, (float) rows * cols);
                filled[row * out.cols() + col] = seen && inside(left, window.cols(), window.dilationCols(), 0, in.cols()) > 0;
                everywhere &= filled[row * out.cols() + col];
            }
        }
        final boolean narrow = Math.max(padding.top(), padding.bottom()) < window.rows()
                && Math.max(padding.left(), padding.right()) < window.cols();
        final boolean dense = window.dilationRows() == 1 && window.dilationCols() == 1;
        final boolean plain = narrow && everywhere && dense
                && (pooling.counted().equals(Padding.NONE) || pooling.counted().equals(padding));
        final boolean implicit = pooling.reduction() == Reduction.MAXIMUM ? narrow && everywhere : plain;
        return implicit ? new PoolingPlan(window, Padding.NONE, out, divisors, filled, plain)
                : new PoolingPlan(without(window), padding, out, divisors, filled, plain);
    }

    /** Whether some window sees nothing but padding. */
    public boolean someEmpty() {
        for (final boolean each : filled) {
            if (!each) {
                return true;
            }
        }
        return false;
    }

    /** The node that takes the highest value of each window; nothing is lower than what is put around the maps. */
    public OnnxCall maximum(final OnnxGraph graph, final String layer, final Value maps) {
        return slide(graph, "MaxPool", padded(graph, layer, maps)).with("dilations", Windows.dilations(window));
    }

    /** The maps with the explicit padding, for a maximum. */
    private Value padded(final OnnxGraph graph, final String layer, final Value maps) {
        return Windows.padded(graph, maps, explicit, graph.number(-Float.MAX_VALUE), layer + "/padded");
    }

    /** A node with this window. */
    OnnxCall slide(final OnnxGraph graph, final String operator, final Value maps) {
        return graph.call(operator, maps.name()).with("kernel_shape", Windows.kernel(window)).with("strides", Windows.strides(window))
                .with("pads", Windows.pads(window.padding()));
    }

    /** A kernel of ones for every channel. */
    public String ones(final OnnxGraph graph, final String layer, final int channels) {
        return graph.weights(layer + "/ones", List.of(channels, 1, window.rows(), window.cols()), () -> {
            final float[] ones = new float[Math.multiplyExact(channels, Math.multiplyExact(window.rows(), window.cols()))];
            Arrays.fill(ones, 1);
            return ones;
        });
    }

    /** How many values each window's mean counts, as maps. */
    public String divisors(final OnnxGraph graph, final String layer) {
        return graph.weights(layer + "/divisors", List.of(out.rows(), out.cols()), () -> divisors);
    }

    /** One for windows that have a value, zero for others; as maps. */
    public String filled(final OnnxGraph graph, final String layer) {
        return graph.weights(layer + "/filled", List.of(out.rows(), out.cols()), () -> {
            final float[] mask = new float[filled.length];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = filled[i] ? 1 : 0;
            }
            return mask;
        });
    }

    private static Window without(final Window window) {
        return new Window(window.rows(), window.cols(), window.strideRows(), window.strideCols(), window.dilationRows(), window.dilationCols(),
                Padding.NONE);
    }

    private static int inside(final int first, final int length, final int dilation, final int from, final int to) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            final int place = first + i * dilation;
            if (place >= from && place < to) {
                count++;
            }
        }
        return count;
    }
}
