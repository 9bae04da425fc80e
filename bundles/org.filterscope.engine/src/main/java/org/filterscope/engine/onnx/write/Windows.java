package org.filterscope.engine.onnx.write;

import java.util.List;

import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;

/** A window's numbers in the order in which ONNX wants them. */
public final class Windows {
    private Windows() {
    }

    public static List<Integer> kernel(final Window window) {
        return List.of(window.rows(), window.cols());
    }

    public static List<Integer> strides(final Window window) {
        return List.of(window.strideRows(), window.strideCols());
    }

    public static List<Integer> dilations(final Window window) {
        return List.of(window.dilationRows(), window.dilationCols());
    }

    public static List<Integer> pads(final Padding padding) {
        return List.of(padding.top(), padding.left(), padding.bottom(), padding.right());
    }

    /** Something around the maps: zeros, or the value of that name. */
    public static Value padded(final OnnxGraph graph, final Value maps, final Padding padding, final String with, final String wish) {
        if (padding.equals(Padding.NONE)) {
            return maps;
        }
        final Shape in = maps.shape();
        final Shape shape = new Shape(in.channels(), in.rows() + padding.top() + padding.bottom(), in.cols() + padding.left() + padding.right());
        return new Value(pad(graph, maps, padding, with).to(wish), shape, false);
    }

    /** The node that pads. */
    static OnnxCall pad(final OnnxGraph graph, final Value maps, final Padding padding, final String with) {
        return graph.call("Pad", maps.name(), graph.integers(0, 0, padding.top(), padding.left(), 0, 0, padding.bottom(), padding.right()), with);
    }

    /** The maps without so many rows and columns at their borders. */
    public static Value cropped(final OnnxGraph graph, final Value maps, final Padding amounts, final String wish) {
        if (amounts.equals(Padding.NONE)) {
            return maps;
        }
        final Shape in = maps.shape();
        final Shape shape = new Shape(in.channels(), in.rows() - amounts.top() - amounts.bottom(), in.cols() - amounts.left() - amounts.right());
        return new Value(crop(graph, maps, amounts).to(wish), shape, false);
    }

    /** The node that crops. */
    static OnnxCall crop(final OnnxGraph graph, final Value maps, final Padding amounts) {
        final Shape in = maps.shape();
        return graph.call("Slice", maps.name(), graph.integers(amounts.top(), amounts.left()),
                graph.integers(in.rows() - amounts.bottom(), in.cols() - amounts.right()), graph.integers(2, 3));
    }
}
