package org.filterscope.engine.onnx.read;

import java.util.Set;

import onnx.Onnx.NodeProto;

/**
 * What holds for all nodes of a model.
 *
 * @param opset   version of the operators' definitions
 * @param images  at a time; {@link Constant.Integers#IMAGES} when that is open
 * @param biases  nodes that only add a bias to the layer below
 * @param taken   values that some node takes
 * @param tensors decodes constants
 * @param room    how many values the constants may have that are computed while reading
 */
record ModelContext(int opset, long images, Set<NodeProto> biases, Set<String> taken, TensorValues tensors, long room) {
}
