package org.filterscope.engine.onnx.write;

import java.util.List;
import java.util.function.Supplier;

import onnx.Onnx.TensorProto;

/**
 * Constants in a graph.
 *
 * @param name   in the graph
 * @param shape  lengths of the dimensions
 * @param values row-major; made when they are written
 */
record Weights(String name, List<Integer> shape, Supplier<float[]> values) {

    Weights {
        shape = List.copyOf(shape);
    }

    /** How many values. */
    long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** The tensor's message without its values. */
    byte[] description() {
        final TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
        shape.forEach(tensor::addDims);
        return tensor.build().toByteArray();
    }
}
