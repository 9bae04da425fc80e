package org.filterscope.fuzz.seed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataLocation;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** ONNX models of many operators. */
public final class OnnxSeeds {
    /** Name of the file with the weights of {@link #external()}. */
    public static final String WEIGHTS = "weights.bin";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("seed");

    private OnnxSeeds() {
    }

    /** A classifier of many kinds of layers, and constants and shapes that are computed while reading. */
    public static List<byte[]> all() {
        return List.of(classifier(), computing());
    }

    private static byte[] classifier() {
        final OnnxSeeds seed = new OnnxSeeds();
        seed.input(0, 4, 6, 6);
        seed.floats("w", List.of(4, 2, 3, 3), 72).floats("b", List.of(4), 4).floats("square", List.of(4, 4), 16).numbers("halves", 2, 2)
                .numbers("groups", 0, 2, 2, 6, 6).numbers("back", 0, 4, 6, 6).floats("none", List.of(0), 0).floats("scales", List.of(4), 4);
        seed.node("Conv", "conv", List.of("x", "w", "b"), integers("pads", 1, 1, 1, 1), integers("dilations", 1, 1), integer("group", 2));
        seed.node("BatchNormalization", "norm", List.of("conv", "b", "b", "b", "b"), number("epsilon", 1e-3f));
        seed.node("Reshape", "grouped", List.of("norm", "groups"));
        seed.node("Transpose", "turned", List.of("grouped"), integers("perm", 0, 2, 1, 3, 4));
        seed.node("Reshape", "whole", List.of("turned", "back"));
        seed.node("MaxPool", "pool", List.of("whole"), integers("kernel_shape", 3, 3), integers("strides", 2, 2), integer("ceil_mode", 1));
        seed.node("LeakyRelu", "leaky", List.of("pool"), number("alpha", 0.1f));
        seed.node("Add", "sum", List.of("leaky", "pool"));
        seed.node("LRN", "local", List.of("sum"), integer("size", 3), number("alpha", 0.1f));
        seed.node("ReduceMean", "mean", List.of("local"), integers("axes", 2, 3));
        seed.node("Flatten", "flat", List.of("mean"));
        seed.node("Gemm", "class", List.of("flat", "square", "b"), integer("transB", 1), number("alpha", 0.5f));
        seed.node("Softmax", "prob", List.of("class"));
        return seed.model("prob");
    }

    private static byte[] computing() {
        final OnnxSeeds seed = new OnnxSeeds();
        seed.input(0, 4, 6, 6);
        seed.floats("w", List.of(4, 4, 2, 2), 64).numbers("two", 2).numbers("axes", 2, 3).numbers("zeros", 0, 0).numbers("ends", 3, 3)
                .numbers("halves", 2, 2).numbers("order", 3, 1, 0, 2).floats("none", List.of(0), 0).floats("one", List.of(1), 1)
                .numbers("border", 0, 0, 1, 1, 0, 0, 1, 1);
        seed.node("ConvTranspose", "up", List.of("x", "w"), integers("strides", 2, 2), integers("kernel_shape", 2, 2));
        seed.node("Pad", "padded", List.of("up", "border"));
        seed.node("Shape", "shape", List.of("padded"));
        seed.node("Slice", "sizes", List.of("shape", "two", "border"));
        seed.node("Gather", "channels", List.of("padded", "order"), integer("axis", 1));
        seed.node("Slice", "cut", List.of("channels", "zeros", "ends", "axes"));
        seed.node("ConstantOfShape", "constant", List.of("two"));
        seed.node("Mul", "doubled", List.of("cut", "one"));
        seed.node("Concat", "joined", List.of("doubled", "cut"), integer("axis", 1));
        seed.node("DepthToSpace", "wide", List.of("joined"), integer("blocksize", 2));
        seed.node("Clip", "clipped", List.of("wide", "zero", "one"));
        seed.floats("zero", List.of(), 1);
        seed.node("GlobalAveragePool", "pooled", List.of("clipped"));
        seed.node("Squeeze", "squeezed", List.of("pooled", "axes"));
        return seed.model("squeezed");
    }

    /** A model whose weights lie in the file {@link #WEIGHTS}. */
    public static byte[] external() {
        final OnnxSeeds seed = new OnnxSeeds();
        seed.input(1, 2, 4, 4);
        seed.graph.addInitializer(TensorProto.newBuilder().setName("w").setDataType(DataType.FLOAT.getNumber()).addDims(3).addDims(2).addDims(1)
                .addDims(1)
                .setDataLocation(DataLocation.EXTERNAL).addExternalData(entry("location", WEIGHTS)).addExternalData(entry("offset", "8"))
                .addExternalData(entry("length", "24")));
        seed.node("Conv", "conv", List.of("x", "w"));
        return seed.model("conv");
    }

    private static StringStringEntryProto entry(final String key, final String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private void input(final long... dims) {
        final ValueInfoProto.Builder info = ValueInfoProto.newBuilder().setName("x");
        info.getTypeBuilder().getTensorTypeBuilder().setElemType(DataType.FLOAT.getNumber());
        for (final long dim : dims) {
            info.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder()
                    .addDim(dim == 0 ? Dimension.newBuilder().setDimParam("N") : Dimension.newBuilder().setDimValue(dim));
        }
        graph.addInput(info);
    }

    private void node(final String kind, final String result, final List<String> inputs, final AttributeProto... settings) {
        graph.addNode(NodeProto.newBuilder().setName("/" + result + "/" + kind).setOpType(kind).addAllInput(inputs).addOutput(result)
                .addAllAttribute(List.of(settings)));
    }

    private OnnxSeeds floats(final String name, final List<Integer> dims, final int count) {
        final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putFloat(1 + i / 4f);
        }
        return tensor(name, DataType.FLOAT, dims, bytes.array());
    }

    private OnnxSeeds numbers(final String name, final long... values) {
        final ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return tensor(name, DataType.INT64, List.of(values.length), bytes.array());
    }

    private OnnxSeeds tensor(final String name, final DataType type, final List<Integer> dims, final byte[] bytes) {
        final TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        dims.forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return this;
    }

    private static AttributeProto integers(final String name, final long... values) {
        final AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (final long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    private static AttributeProto integer(final String name, final long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
    }

    private static AttributeProto number(final String name, final float value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value).build();
    }

    private byte[] model(final String output) {
        graph.addOutput(ValueInfoProto.newBuilder().setName(output));
        return ModelProto.newBuilder().setIrVersion(8).setProducerName("seed").addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build().toByteArray();
    }
}
