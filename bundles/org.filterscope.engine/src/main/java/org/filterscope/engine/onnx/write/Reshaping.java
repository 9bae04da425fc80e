package org.filterscope.engine.onnx.write;

import java.util.List;

import org.filterscope.engine.graph.Rearrangement.Reshape.Order;
import org.filterscope.engine.graph.Shape;

/** The nodes that give values another shape. */
public final class Reshaping {
    private Reshaping() {
    }

    /** The maps counted off in an order and filled into the other shape in the same order; the way back is the same with the shapes exchanged. */
    public static OnnxCall call(final OnnxGraph graph, final String layer, final Order order, final Value maps, final Shape result) {
        if (order == Order.CHANNELS_FIRST) {
            return graph.call("Reshape", maps.name(), graph.integers(0, result.channels(), result.rows(), result.cols()));
        }
        final String last = graph.call("Transpose", maps.name()).with("perm", List.of(0, 2, 3, 1)).to(layer + "/last");
        final String reshaped = graph.call("Reshape", last, graph.integers(0, result.rows(), result.cols(), result.channels()))
                .to(layer + "/reshaped");
        return graph.call("Transpose", reshaped).with("perm", List.of(0, 3, 1, 2));
    }
}
