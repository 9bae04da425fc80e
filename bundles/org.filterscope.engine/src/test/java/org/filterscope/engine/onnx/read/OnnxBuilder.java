package org.filterscope.engine.onnx.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** Small ONNX files. */
final class OnnxBuilder {
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private int opset = 13;

    OnnxBuilder opset(final int version) {
        opset = version;
        return this;
    }

    /** A dimension of 0 is left open. */
    OnnxBuilder input(final String name, final long... dims) {
        graph.addInput(info(name, dims));
        return this;
    }

    OnnxBuilder output(final String name) {
        graph.addOutput(info(name));
        return this;
    }

    /** A node whose result has its name with {@code :0} behind. */
    OnnxBuilder node(final String name, final String operator, final List<String> inputs, final AttributeProto... settings) {
        return node(NodeProto.newBuilder().setName(name).setOpType(operator).addAllInput(inputs).addOutput(name + ":0"), settings);
    }

    OnnxBuilder node(final NodeProto.Builder node, final AttributeProto... settings) {
        for (final AttributeProto setting : settings) {
            node.addAttribute(setting);
        }
        graph.addNode(node);
        return this;
    }

    OnnxBuilder tensor(final TensorProto.Builder tensor) {
        graph.addInitializer(tensor);
        return this;
    }

    OnnxBuilder weights(final String name, final List<Integer> dims, final float... values) {
        return tensor(raw(name, DataType.FLOAT, dims, floats(values)));
    }

    OnnxBuilder integers(final String name, final long... values) {
        final ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return tensor(raw(name, DataType.INT64, List.of(values.length), bytes.array()));
    }

    static byte[] floats(final float... values) {
        final ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    static TensorProto.Builder raw(final String name, final DataType type, final List<Integer> dims, final byte... bytes) {
        return typed(name, type, dims).setRawData(ByteString.copyFrom(bytes));
    }

    static TensorProto.Builder typed(final String name, final DataType type, final List<Integer> dims) {
        final TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
        dims.forEach(dim -> tensor.addDims(dim));
        return tensor;
    }

    static AttributeProto ints(final String name, final long... values) {
        final AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        for (final long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    static AttributeProto number(final String name, final long value) {
        return AttributeProto.newBuilder().setName(name).setI(value).build();
    }

    static AttributeProto text(final String name, final String value) {
        return AttributeProto.newBuilder().setName(name).setS(ByteString.copyFromUtf8(value)).build();
    }

    /** A convolution of one position that takes two channels and makes one, and a softmax. */
    static OnnxBuilder plain() {
        return new OnnxBuilder().input("x", 1, 2, 1, 1).weights("w", List.of(1, 2, 1, 1), 1, 10).node("conv", "Conv", List.of("x", "w"))
                .output("conv:0");
    }

    ModelProto build() {
        return ModelProto.newBuilder().setIrVersion(7).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset)).setGraph(graph).build();
    }

    Path write(final Path file) {
        try {
            return Files.write(file, build().toByteArray());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValueInfoProto info(final String name, final long... dims) {
        final ValueInfoProto.Builder info = ValueInfoProto.newBuilder().setName(name);
        info.getTypeBuilder().getTensorTypeBuilder().setElemType(DataType.FLOAT.getNumber());
        for (final long dim : dims) {
            info.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder()
                    .addDim(dim == 0 ? Dimension.newBuilder().setDimParam("N") : Dimension.newBuilder().setDimValue(dim));
        }
        return info.build();
    }
}
