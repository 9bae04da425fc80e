package org.filterscope.engine.onnx.write;

import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.TransposedConvolution;

/** Rows that a transposed convolution adds at the bottom are first those that it would have cut off there; only what is left is new. */
public final class Transposition {
    private Transposition() {
    }

    /** What is really cut off. */
    public static Padding cut(final TransposedConvolution convolution) {
        final Padding all = convolution.window().padding();
        return new Padding(all.top(), all.left(), Math.max(0, all.bottom() - convolution.extraRows()),
                Math.max(0, all.right() - convolution.extraCols()));
    }

    /** Rows beyond those that anything is painted on. */
    public static int extraRows(final TransposedConvolution convolution) {
        return Math.max(0, convolution.extraRows() - convolution.window().padding().bottom());
    }

    /** Columns beyond those that anything is painted on. */
    public static int extraCols(final TransposedConvolution convolution) {
        return Math.max(0, convolution.extraCols() - convolution.window().padding().right());
    }
}
