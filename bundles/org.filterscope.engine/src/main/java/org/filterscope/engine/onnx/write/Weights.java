package org.filterscope.engine.onnx.write;

import java.util.List;
import java.util.function.Supplier;

import onnx.Onnx.TensorProto;

/**
 * Constants that a model keeps in its graph or gets from outside.
 *
 * @param key    says of which layer and what; the same key means the same values in all graphs made of one network
 * @param name   in this graph
 * @param shape  lengths of the dimensions
 * @param values row-major; made when they are needed
 */
public record Weights(String key, String name, List<Integer> shape, Supplier<float[]> values) {

    public Weights {
        shape = List.copyOf(shape);
    }

    /** How many values. */
    public long size() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** The tensor's description, without its values. */
    TensorProto.Builder description() {
        final TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
        shape.forEach(tensor::addDims);
        return tensor;
    }
}
