package org.filterscope.reference.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
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

/** Writes ONNX files node by node; knows nothing of layers. Weights are random with a fixed seed. */
final class OnnxModel {
    private final int opset;
    private final Style.Weights placing;
    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("main_graph");
    private final List<ValueInfoProto> weightInputs = new ArrayList<>();
    private final ByteArrayOutputStream external = new ByteArrayOutputStream();
    private final Map<String, ByteString> inside = new HashMap<>();
    private final Random random = new Random(5);
    private int weights;

    OnnxModel(final int opset, final Style.Weights placing) {
        this.opset = opset;
        this.placing = placing;
    }

    Random random() {
        return random;
    }

    /** A dimension of −1 is left open. */
    void input(final String name, final int... dims) {
        graph.addInput(info(name, DataType.FLOAT, dims));
    }

    void output(final String name) {
        graph.addOutput(info(name, DataType.FLOAT));
    }

    void node(final NodeProto node) {
        graph.addNode(node);
    }

    /** Weights under a name, put where the exporter puts them. */
    String weights(final String name, final int[] dims, final float... values) {
        final ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return place(tensor(name, DataType.FLOAT, dims, bytes.array()), dims);
    }

    /** Normally distributed weights with He's deviation, which keeps values of all layers at one size. */
    String weights(final String name, final int inputs, final int... dims) {
        int size = 1;
        for (final int length : dims) {
            size *= length;
        }
        return weights(name, dims, normal(size, 0, Math.sqrt(2.0 / inputs)));
    }

    float[] normal(final int size, final double mean, final double deviation) {
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (mean + deviation * random.nextGaussian());
        }
        return values;
    }

    /** Whole numbers are always inside. */
    String integers(final String name, final long... values) {
        graph.addInitializer(integerTensor(name, new int[] {values.length}, values));
        return name;
    }

    static TensorProto integerTensor(final String name, final int[] dims, final long... values) {
        final ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return tensor(name, DataType.INT64, dims, bytes.array()).build();
    }

    static TensorProto number(final double value) {
        return tensor("", DataType.FLOAT, new int[0], ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat((float) value).array())
                .build();
    }

    ModelProto model() {
        final GraphProto.Builder whole = graph.clone();
        weightInputs.forEach(whole::addInput);
        return ModelProto.newBuilder().setIrVersion(placing == Style.Weights.INPUTS ? 3 : 8).setProducerName("test")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset)).setGraph(whole).build();
    }

    /** With all weights inside. */
    ModelProto complete() {
        final ModelProto.Builder complete = model().toBuilder();
        for (final TensorProto.Builder tensor : complete.getGraphBuilder().getInitializerBuilderList()) {
            if (tensor.getDataLocation() == DataLocation.EXTERNAL) {
                tensor.setRawData(inside.get(tensor.getName())).clearDataLocation().clearExternalData();
            }
        }
        return complete.build();
    }

    /** The same with some values more as outputs. */
    static ModelProto with(final ModelProto model, final List<String> outputs) {
        final ModelProto.Builder builder = model.toBuilder();
        outputs.stream().filter(name -> builder.getGraph().getOutputList().stream().noneMatch(output -> output.getName().equals(name)))
                .forEach(name -> builder.getGraphBuilder().addOutput(info(name, DataType.FLOAT)));
        return builder.build();
    }

    Path write(final Path file) throws IOException {
        if (external.size() > 0) {
            Files.write(file.resolveSibling(externalName()), external.toByteArray());
        }
        return Files.write(file, model().toByteArray());
    }

    static NodeProto.Builder node(final String operator, final List<String> inputs, final String... outputs) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addAllOutput(List.of(outputs));
    }

    static AttributeProto ints(final String name, final long... values) {
        final AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
        for (final long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }

    static AttributeProto number(final String name, final long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
    }

    static AttributeProto real(final String name, final double value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.FLOAT).setF((float) value).build();
    }

    static AttributeProto text(final String name, final String value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
    }

    static AttributeProto tensor(final String name, final TensorProto value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.TENSOR).setT(value).build();
    }

    static ValueInfoProto info(final String name, final DataType type, final int... dims) {
        final ValueInfoProto.Builder info = ValueInfoProto.newBuilder().setName(name);
        info.getTypeBuilder().getTensorTypeBuilder().setElemType(type.getNumber());
        for (final int dim : dims) {
            info.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder()
                    .addDim(dim < 0 ? Dimension.newBuilder().setDimParam("d" + info.hashCode()) : Dimension.newBuilder().setDimValue(dim));
        }
        return info.build();
    }

    private static String externalName() {
        return "weights.data";
    }

    private String place(final TensorProto.Builder tensor, final int... dims) {
        switch (placing) {
            case INSIDE -> graph.addInitializer(tensor);
            case INPUTS -> {
                graph.addInitializer(tensor);
                weightInputs.add(info(tensor.getName(), DataType.FLOAT, dims));
            }
            case CONSTANTS -> graph.addNode(node("Constant", List.of(), tensor.getName()).setName("Constant_" + weights++)
                    .addAttribute(tensor("value", tensor.clone().clearName().build())));
            case EXTERNAL -> {
                final byte[] bytes = tensor.getRawData().toByteArray();
                graph.addInitializer(tensor.clearRawData().setDataLocation(DataLocation.EXTERNAL)
                        .addExternalData(entry("location", externalName())).addExternalData(entry("offset", "" + external.size()))
                        .addExternalData(entry("length", "" + bytes.length)));
                external.writeBytes(bytes);
                inside.put(tensor.getName(), ByteString.copyFrom(bytes));
            }
        }
        return tensor.getName();
    }

    static StringStringEntryProto entry(final String key, final String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private static TensorProto.Builder tensor(final String name, final DataType type, final int[] dims, final byte... bytes) {
        final TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        for (final int dim : dims) {
            tensor.addDims(dim);
        }
        return tensor;
    }
}
