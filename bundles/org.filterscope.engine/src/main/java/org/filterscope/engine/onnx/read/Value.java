package org.filterscope.engine.onnx.read;

/** What an ONNX value is known to be while the graph is read. */
sealed interface Value permits Constant, View, Value.Unknown {

    /** The result of a node that was refused; nodes that take it cannot be checked further. */
    record Unknown() implements Value {
    }
}
