package org.filterscope.engine.dl4j;

import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.read.RefusedException;

/** How the kernel of a convolution or a pool slides, from the layer's settings. */
final class Dl4jWindow {

    private Dl4jWindow() {
    }

    static Window of(final Dl4jSettings settings, final Shape input) throws RefusedException {
        final int[] kernel = settings.numbers("kernelSize", 0, 0);
        final int[] stride = settings.numbers("stride", 1, 1);
        final int[] dilation = settings.numbers("dilation", 1, 1);
        final int[] around = settings.numbers("padding", 0, 0);
        final Window window = new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1],
                new Padding(around[0], around[1], around[0], around[1]));
        final String mode = settings.text("convolutionMode", "Truncate");
        return switch (mode) {
            case "Truncate" -> window;
            case "Strict" -> exact(window, input);
            case "Same" -> Window.same(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], input);
            default -> throw new RefusedException("the convolution mode '%s' is not supported".formatted(mode));
        };
    }

    /**
     * The geometry of a transposed convolution: in the mode "Same" its result has {@code stride} times as many positions as its input.
     *
     * @return one with weights of no use
     */
    static TransposedConvolution transposed(final Dl4jSettings settings, final Shape input) throws RefusedException {
        final int[] kernel = settings.numbers("kernelSize", 0, 0);
        final int[] stride = settings.numbers("stride", 1, 1);
        final int[] dilation = settings.numbers("dilation", 1, 1);
        final int[] around = settings.numbers("padding", 0, 0);
        final Window plain = new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1],
                new Padding(around[0], around[1], around[0], around[1]));
        final Tensor none = Tensor.vector();
        final String mode = settings.text("convolutionMode", "Truncate");
        return switch (mode) {
            case "Truncate", "Strict" -> new TransposedConvolution(none, none, plain, 0, 0, 1);
            case "Same" -> {
                final int rows = plain.spanRows() - stride[0];
                final int cols = plain.spanCols() - stride[1];
                final Padding cut = new Padding(Math.max(rows, 0) / 2, Math.max(cols, 0) / 2, (Math.max(rows, 0) + 1) / 2,
                        (Math.max(cols, 0) + 1) / 2);
                final Window window = new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], cut);
                yield new TransposedConvolution(none, none, window, Math.max(-rows, 0), Math.max(-cols, 0), 1);
            }
            default -> throw new RefusedException("the convolution mode '%s' is not supported".formatted(mode));
        };
    }

    /** Deeplearning4j does not run a layer in the mode "Strict" on maps that leave a rest. */
    private static Window exact(final Window window, final Shape input) throws RefusedException {
        final int restRows = (input.rows() + 2 * window.padding().top() - window.spanRows()) % window.strideRows();
        final int restCols = (input.cols() + 2 * window.padding().left() - window.spanCols()) % window.strideCols();
        if (restRows != 0 || restCols != 0) {
            throw new RefusedException(
                    "its windows do not cover maps of %s exactly, as the convolution mode 'Strict' demands".formatted(input));
        }
        return window;
    }
}
