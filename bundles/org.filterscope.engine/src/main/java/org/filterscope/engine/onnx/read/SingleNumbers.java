package org.filterscope.engine.onnx.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.onnx.read.Constant.Floats;

/** Constants of the graph that are one real number. */
final class SingleNumbers {
    private final Map<String, TensorProto> tensors = new HashMap<>();
    private final TensorValues values;

    SingleNumbers(final GraphProto graph, final Map<String, TensorProto> initializers, final TensorValues values) {
        this.values = values;
        tensors.putAll(initializers);
        for (final NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Constant") && node.getOutputCount() == 1) {
                node.getAttributeList().stream().filter(AttributeProto::hasT).forEach(value -> tensors.put(node.getOutput(0), value.getT()));
            }
        }
    }

    /** Empty when there is no such constant. */
    Optional<Double> find(final String name) {
        final TensorProto tensor = tensors.get(name);
        if (tensor == null || tensor.getDimsList().stream().anyMatch(length -> length != 1)) {
            return Optional.empty();
        }
        try {
            return values.read(tensor) instanceof Floats(var dims, var numbers) ? Optional.of((double) numbers[0]) : Optional.empty();
        } catch (final InvalidNetworkException e) {
            // Whoever needs the constant will tell.
            return Optional.empty();
        }
    }
}
