package org.filterscope.engine.nd4j;

import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;

/**
 * A window in the words of ND4J, which knows two paddings: the same on opposite sides, or TensorFlow's "same". Any other is done by padding
 * the map first.
 */
final class Nd4jWindow {
    private final Window window;
    private final boolean same;
    private final boolean padFirst;

    Nd4jWindow(final Window window, final Shape input) {
        this.window = window;
        final Padding padding = window.padding();
        final Padding likeTensorFlow = Window.same(window.rows(), window.cols(), window.strideRows(), window.strideCols(),
                window.dilationRows(), window.dilationCols(), input).padding();
        same = !padding.isSymmetric() && padding.equals(likeTensorFlow) && touches(window);
        padFirst = !padding.isSymmetric() && !same;
    }

    /** Where a stride jumps over rows or columns, ND4J's "same" can begin late. */
    private static boolean touches(final Window window) {
        return window.spanRows() >= window.strideRows() && window.spanCols() >= window.strideCols();
    }

    boolean padFirst() {
        return padFirst;
    }

    Padding padding() {
        return window.padding();
    }

    /** Kernel, stride, padding, dilation, mode: the first nine integer arguments of convolutions and pools. */
    int[] arguments(final int... more) {
        return arguments(same || padFirst ? Padding.NONE : window.padding(), same, more);
    }

    /** The same for a map that is padded already. */
    int[] unpadded(final int... more) {
        return arguments(Padding.NONE, false, more);
    }

    private int[] arguments(final Padding padding, final boolean likeTensorFlow, final int... more) {
        final int[] arguments = new int[9 + more.length];
        final int[] first = {window.rows(), window.cols(), window.strideRows(), window.strideCols(), padding.top(), padding.left(),
            window.dilationRows(), window.dilationCols(), likeTensorFlow ? 1 : 0};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return arguments;
    }
}
