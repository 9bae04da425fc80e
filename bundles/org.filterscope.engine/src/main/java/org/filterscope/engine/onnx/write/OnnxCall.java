package org.filterscope.engine.onnx.write;

import java.util.List;

import org.nd4j.shade.protobuf.ByteString;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;

/** A node in the making. */
public final class OnnxCall {
    private final OnnxGraph graph;
    private final NodeProto.Builder node;

    OnnxCall(final OnnxGraph graph, final String operator, final List<String> inputs) {
        this.graph = graph;
        node = NodeProto.newBuilder().setOpType(operator).addAllInput(inputs);
    }

    public OnnxCall with(final String attribute, final long value) {
        node.addAttribute(AttributeProto.newBuilder().setName(attribute).setType(AttributeProto.AttributeType.INT).setI(value));
        return this;
    }

    public OnnxCall with(final String attribute, final float value) {
        node.addAttribute(AttributeProto.newBuilder().setName(attribute).setType(AttributeProto.AttributeType.FLOAT).setF(value));
        return this;
    }

    public OnnxCall with(final String attribute, final String value) {
        node.addAttribute(AttributeProto.newBuilder().setName(attribute).setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value)));
        return this;
    }

    public OnnxCall with(final String attribute, final List<Integer> values) {
        final AttributeProto.Builder list = AttributeProto.newBuilder().setName(attribute).setType(AttributeProto.AttributeType.INTS);
        values.forEach(list::addInts);
        node.addAttribute(list);
        return this;
    }

    /** Adds the node; its result gets the wished name, or one like it if that is taken. */
    public String to(final String wish) {
        return add(graph.unique(wish));
    }

    /** Adds the node as the one that computes a layer; it and its result go by the layer's name. */
    public String toLayer(final String layer) {
        return add(layer);
    }

    /** Adds the node for its second result. */
    public String second(final String wish) {
        final String name = graph.unique(wish);
        graph.add(node.setName(name).addOutput(graph.unique(wish + "/unused")).addOutput(name));
        return name;
    }

    private String add(final String name) {
        graph.add(node.setName(name).addOutput(name));
        return name;
    }
}
