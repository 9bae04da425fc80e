package org.filterscope.engine.onnx.read;

import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.read.RefusedException;

/** How a kernel slides, from the settings of convolutions and pools. */
final class OnnxWindow {

    private OnnxWindow() {
    }

    static Window of(final Attributes attributes, final int rows, final int cols, final Shape input) throws RefusedException {
        final Window open = unpadded(attributes, rows, cols);
        final String rule = attributes.text("auto_pad", "NOTSET");
        return switch (rule) {
            case "NOTSET", "" -> padded(open, padding(attributes));
            case "VALID" -> open;
            case "SAME_UPPER" -> same(open, input);
            case "SAME_LOWER" -> {
                final Padding upper = same(open, input).padding();
                yield padded(open, new Padding(upper.bottom(), upper.right(), upper.top(), upper.left()));
            }
            default -> throw new RefusedException("the padding rule '%s' is unknown".formatted(rule));
        };
    }

    static Window unpadded(final Attributes attributes, final int rows, final int cols) throws RefusedException {
        final int[] stride = attributes.integers("strides", 1, 1);
        final int[] dilation = attributes.integers("dilations", 1, 1);
        return new Window(rows, cols, stride[0], stride[1], dilation[0], dilation[1], Padding.NONE);
    }

    static Padding padding(final Attributes attributes) throws RefusedException {
        final int[] pads = attributes.integers("pads", 0, 0, 0, 0);
        return new Padding(pads[0], pads[1], pads[2], pads[3]);
    }

    static Window padded(final Window window, final Padding padding) {
        return new Window(window.rows(), window.cols(), window.strideRows(), window.strideCols(), window.dilationRows(),
                window.dilationCols(), padding);
    }

    /**
     * The window with which rounding down does what rounding up does: more padding at the bottom and right. A last window that would lie in
     * the padding alone is left out, as ONNX Runtime and PyTorch do.
     */
    static Window roundedUp(final Window window, final Shape input) {
        final Padding padding = window.padding();
        return padded(window, new Padding(padding.top(), padding.left(),
                padding.bottom() + more(input.rows(), padding.top(), padding.bottom(), window.spanRows(), window.strideRows()),
                padding.right() + more(input.cols(), padding.left(), padding.right(), window.spanCols(), window.strideCols())));
    }

    private static int more(final int length, final int before, final int after, final int span, final int stride) {
        final int room = length + before + after - span;
        int last = Math.ceilDiv(room, stride);
        if (last * stride >= length + before) {
            last--;
        }
        return Math.max(0, last * stride - room);
    }

    private static Window same(final Window open, final Shape input) {
        return Window.same(open.rows(), open.cols(), open.strideRows(), open.strideCols(), open.dilationRows(), open.dilationCols(), input);
    }
}
