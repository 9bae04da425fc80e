package org.filterscope.engine.onnx.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Tensor;

import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;

/**
 * An ONNX graph in the making. Values have the rank 4, but vectors may have the rank 2, as files of others have them.
 *
 * <p>Operator set 16 is the lowest in which {@code ScatterElements} can add, which max pooling's gradient needs, and 14 brought
 * {@code HardSwish}; newer ones have nothing that cannot be composed. IR version 8 came with the same release (ONNX 1.11).
 */
public final class OnnxGraph {
    static final int OPERATOR_SET = 16;
    static final int IR_VERSION = 8;
    /** The dimension of unknown length: how many images. */
    public static final String IMAGES = "images";

    private final Set<String> taken = new HashSet<>();
    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final SequencedMap<String, Weights> weights = new LinkedHashMap<>();
    private final Map<String, String> integers = new HashMap<>();
    private final Map<String, String> reshaped = new HashMap<>();

    /** @param network whose layers' names are kept for the layers */
    public OnnxGraph(final NetworkGraph network) {
        network.nodes().stream().map(Node::name).forEach(taken::add);
    }

    /** A node that takes these values; an empty name stands for an input left out. */
    public OnnxCall call(final String operator, final String... inputs) {
        return new OnnxCall(this, operator, List.of(inputs));
    }

    public OnnxCall call(final String operator, final Collection<String> inputs) {
        return new OnnxCall(this, operator, List.copyOf(inputs));
    }

    /** Weights of a layer as they are. */
    public String weights(final String name, final Tensor tensor) {
        return weights(name, tensor.shape(), tensor::values);
    }

    /**
     * Weights made of a layer's weights.
     *
     * @param key the layer's name, a slash, and a word that says what; who uses it again gets the same weights
     */
    public String weights(final String key, final List<Integer> shape, final Supplier<float[]> values) {
        return weights.computeIfAbsent(key, wish -> new Weights(unique(wish), shape, values)).name();
    }

    /** One number a channel, to be spread over rows and columns. */
    public String channels(final String name, final boolean flat, final float... values) {
        return weights(name, flat ? List.of(values.length) : List.of(values.length, 1, 1), () -> values);
    }

    /** A single number. */
    public String number(final double value) {
        return weights("number/" + (float) value, List.of(), () -> new float[] {(float) value});
    }

    /** A list of whole numbers: a shape, axes, places. */
    public String integers(final long... values) {
        return integers.computeIfAbsent(Arrays.toString(values), text -> {
            final String name = unique("integers/" + text);
            final TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.INT64_VALUE)
                    .addDims(values.length);
            Arrays.stream(values).forEach(tensor::addInt64Data);
            graph.addInitializer(tensor);
            return name;
        });
    }

    /** The value as {@code [image, channel, row, col]}. */
    public Value maps(final Value value) {
        if (!value.flat()) {
            return value;
        }
        final String name = reshaped.computeIfAbsent(value.name(),
                flat -> call("Reshape", flat, integers(0, value.shape().channels(), 1, 1)).to(flat + "/maps"));
        return new Value(name, value.shape(), false);
    }

    /** The value as {@code [image, channel]}; it must be a vector. */
    public Value vectors(final Value value) {
        if (value.flat()) {
            return value;
        }
        final String name = reshaped.computeIfAbsent(value.name(), maps -> call("Flatten", maps).to(maps + "/vector"));
        return new Value(name, value.shape(), true);
    }

    /** The value with the same rank as another. */
    public Value ranked(final Value value, final boolean flat) {
        return flat ? vectors(value) : maps(value);
    }

    /**
     * What is fed into the graph.
     *
     * @param dimensions numbers, or names of lengths that are open
     */
    public String input(final String name, final List<Object> dimensions) {
        taken.add(name);
        graph.addInput(info(name, dimensions));
        return name;
    }

    /** What comes out. */
    public void output(final Value value) {
        graph.addOutput(info(value.name(), dimensions(value)));
    }

    /** A name that no other value has. */
    public String unique(final String wish) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + "_" + i;
        }
        return name;
    }

    /**
     * The finished graph as a model.
     *
     * @param version     of Filterscope
     * @param description what it is, for people
     */
    public OnnxModel model(final String version, final String description) {
        final ModelProto frame = ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName("Filterscope").setProducerVersion(version)
                .setDocString(description).addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET)).build();
        return new OnnxModel(frame, graph.clone().setName("network").build(), List.copyOf(weights.sequencedValues()));
    }

    void add(final NodeProto.Builder node) {
        graph.addNode(node);
    }

    private static List<Object> dimensions(final Value value) {
        final List<Object> dimensions = new ArrayList<>(List.of(IMAGES, value.shape().channels()));
        if (!value.flat()) {
            dimensions.addAll(List.of(value.shape().rows(), value.shape().cols()));
        }
        return dimensions;
    }

    private static ValueInfoProto info(final String name, final List<Object> dimensions) {
        final TensorShapeProto shape = TensorShapeProto.newBuilder().addAllDim(dimensions.stream().map(OnnxGraph::dimension)
                .collect(Collectors.toList())).build();
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape))).build();
    }

    private static TensorShapeProto.Dimension dimension(final Object length) {
        final TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
        return length instanceof final Integer number ? dimension.setDimValue(number).build()
                : dimension.setDimParam(length.toString()).build();
    }
}
