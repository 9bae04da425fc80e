package org.filterscope.engine.onnx.gradient;

import java.util.List;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.onnx.write.OnnxCall;
import org.filterscope.engine.onnx.write.OnnxGraph;
import org.filterscope.engine.onnx.write.PoolingPlan;
import org.filterscope.engine.onnx.write.Transposition;
import org.filterscope.engine.onnx.write.Value;
import org.filterscope.engine.onnx.write.Windows;

/** Gradients of operators that slide a window over maps. */
final class WindowGradients {
    private final OnnxGraph graph;

    WindowGradients(final OnnxGraph graph) {
        this.graph = graph;
    }

    /** Every output paints its kernel back; with stride 1 that is a convolution with the kernels turned round, which is faster. */
    Value convolution(final String layer, final Convolution convolution, final Value g, final Shape input) {
        final Window window = convolution.window();
        final Padding padding = window.padding();
        final boolean wide = Math.max(padding.top(), padding.bottom()) >= window.spanRows()
                || Math.max(padding.left(), padding.right()) >= window.spanCols();
        final OnnxCall call = window.strideRows() == 1 && window.strideCols() == 1 && !wide
                ? graph.call("Conv", g.name(), turned(layer, convolution)).with("kernel_shape", Windows.kernel(window))
                        .with("dilations", Windows.dilations(window)).with("group", (long) convolution.groups())
                        .with("pads", List.of(window.spanRows() - 1 - padding.top(), window.spanCols() - 1 - padding.left(),
                                window.spanRows() - 1 - padding.bottom(), window.spanCols() - 1 - padding.right()))
                : painted(g, graph.weights(layer + "/weights", convolution.weights()), window, input, convolution.groups());
        return new Value(call.to(layer + "/back"), input, false);
    }

    private String turned(final String layer, final Convolution convolution) {
        final TurnedKernels kernels = new TurnedKernels(convolution.weights(), convolution.groups());
        return graph.weights(layer + "/turned", kernels.shape(), kernels::values);
    }

    /** The transpose of a convolution: the rows and columns that no window reached get nothing. */
    private OnnxCall painted(final Value g, final String weights, final Window window, final Shape input, final int groups) {
        final Padding padding = window.padding();
        final int rows = input.rows() + padding.top() + padding.bottom() - (g.shape().rows() - 1) * window.strideRows() - window.spanRows();
        final int cols = input.cols() + padding.left() + padding.right() - (g.shape().cols() - 1) * window.strideCols() - window.spanCols();
        // What no window reached is first the padding at the end, which is cut off anyway.
        final Padding cut = new Padding(padding.top(), padding.left(), Math.max(0, padding.bottom() - rows), Math.max(0, padding.right() - cols));
        return graph.call("ConvTranspose", g.name(), weights).with("kernel_shape", Windows.kernel(window))
                .with("strides", Windows.strides(window)).with("dilations", Windows.dilations(window)).with("pads", Windows.pads(cut))
                .with("group", (long) groups)
                .with("output_padding", List.of(Math.max(0, rows - padding.bottom()), Math.max(0, cols - padding.right())));
    }

    /** A convolution with the very same weights reads back what was painted. */
    Value transposed(final String layer, final TransposedConvolution convolution, final Value g, final Shape input) {
        final Window window = convolution.window();
        final Padding blank = new Padding(0, 0, Transposition.extraRows(convolution), Transposition.extraCols(convolution));
        final Value painted = Windows.cropped(graph, g, blank, layer + "/painted");
        return new Value(graph.call("Conv", painted.name(), graph.weights(layer + "/weights", convolution.weights()))
                .with("kernel_shape", Windows.kernel(window)).with("strides", Windows.strides(window))
                .with("dilations", Windows.dilations(window)).with("pads", Windows.pads(Transposition.cut(convolution)))
                .with("group", (long) convolution.groups()).to(layer + "/back"), input, false);
    }

    Value pooling(final String layer, final Pooling pooling, final Value x, final Value g) {
        final PoolingPlan plan = PoolingPlan.of(pooling, x.shape());
        final Window window = plan.window();
        final Padding around = plan.explicit();
        final Shape padded = new Shape(x.shape().channels(), x.shape().rows() + around.top() + around.bottom(),
                x.shape().cols() + around.left() + around.right());
        if (pooling.reduction() == Reduction.MAXIMUM) {
            return Windows.cropped(graph, highest(layer, plan, x, padded, g), around, layer + "/back");
        }
        final Value shares = g.named(graph.call("Div", g.name(), plan.divisors(graph, layer)).to(layer + "/shares"));
        final int channels = x.shape().channels();
        final Value back = new Value(painted(shares, plan.ones(graph, layer, channels), window, padded, channels).to(layer + "/painted"), padded,
                false);
        return Windows.cropped(graph, back, around, layer + "/back");
    }

    Value global(final String layer, final Reduction reduction, final Value x, final Value g) {
        final Shape shape = x.shape();
        if (reduction == Reduction.MAXIMUM) {
            final Window whole = new Window(shape.rows(), shape.cols(), 1, 1, 1, 1, Padding.NONE);
            return pooling(layer, new Pooling(Reduction.MAXIMUM, whole), x, g);
        }
        final String share = graph.call("Mul", g.name(), graph.number(1.0 / (shape.rows() * shape.cols()))).to(layer + "/share");
        return new Value(graph.call("Expand", share, graph.integers(1, 1, shape.rows(), shape.cols())).to(layer + "/back"), shape, false);
    }

    /**
     * The gradient goes to where the highest value was; MaxPool tells the place in the whole batch as if it were one row. Windows without a
     * number (all are not numbers) tell −1, which must not become a place outside.
     */
    private Value highest(final String layer, final PoolingPlan plan, final Value x, final Shape padded, final Value g) {
        final Chain chain = new Chain(graph, layer + "/back");
        final String places = chain.of("Max", chain.of("Reshape", plan.maximum(graph, layer, x).second(layer + "/places"),
                graph.integers(-1)), graph.integers(0));
        final String counted = plan.someEmpty() ? chain.of("Mul", g.name(), plan.filled(graph, layer)) : g.name();
        final String zeros = chain.of("ConstantOfShape", length(chain, x, padded));
        final String scattered = chain.of(chain.call("ScatterElements", zeros, places, chain.of("Reshape", counted, graph.integers(-1)))
                .with("axis", 0L).with("reduction", "add"));
        return new Value(chain.of("Reshape", scattered, graph.integers(-1, padded.channels(), padded.rows(), padded.cols())), padded, false);
    }

    /** How many values the padded maps of the whole batch have. */
    private String length(final Chain chain, final Value x, final Shape padded) {
        final String length = chain.of("Shape", chain.of("Reshape", x.name(), graph.integers(-1)));
        return padded.equals(x.shape()) ? length
                : chain.of("Div", chain.of("Mul", length, graph.integers(padded.size())), graph.integers(x.shape().size()));
    }
}
