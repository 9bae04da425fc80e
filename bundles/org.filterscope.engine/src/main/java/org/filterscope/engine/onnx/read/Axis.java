package org.filterscope.engine.onnx.read;

import org.filterscope.engine.graph.Shape;

/** The axes of a layer's result. */
enum Axis {
    CHANNELS, ROWS, COLS;

    int length(final Shape shape) {
        return switch (this) {
            case CHANNELS -> shape.channels();
            case ROWS -> shape.rows();
            case COLS -> shape.cols();
        };
    }

    /** The whole axis as one factor. */
    Factor whole(final Shape shape) {
        return new Factor(this, length(shape), 1);
    }
}
