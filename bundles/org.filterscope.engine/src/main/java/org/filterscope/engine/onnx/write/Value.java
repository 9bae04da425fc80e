package org.filterscope.engine.onnx.write;

import org.filterscope.engine.graph.Shape;

/**
 * A tensor in an ONNX graph.
 *
 * @param name  its name there
 * @param shape of one image
 * @param flat  whether it is {@code [image, channel]}; else {@code [image, channel, row, col]}
 */
public record Value(String name, Shape shape, boolean flat) {

    /** The same kind of tensor under another name. */
    public Value named(final String other) {
        return new Value(other, shape, flat);
    }
}
