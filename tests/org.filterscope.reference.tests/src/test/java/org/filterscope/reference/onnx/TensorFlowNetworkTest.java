package org.filterscope.reference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A network as tf2onnx writes those of Keras: pictures with channels last, transposed around what ONNX only knows with channels first, biases
 * as additions, constants instead of layers for what happens to the pictures, and a flattening that keeps channels last.
 */
class TensorFlowNetworkTest {
    private static final String MODEL = "StatefulPartitionedCall/model/";

    private final OnnxModel model = new OnnxModel(13, Style.Weights.INSIDE);
    private final SequencedMap<String, String> layers = new LinkedHashMap<>();

    @TempDir
    Path folder;

    static List<Executor> executors() throws Exception {
        return Agreement.executors();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("executors")
    void everyLayerShowsWhatOnnxRuntimeComputes(final Executor executor) throws Exception {
        model.input("picture", -1, 21, 17, 3);
        String x = node("rescaling/mul", "Mul", List.of("picture", model.weights("scale", new int[0], 0.5f)));
        x = node("normalization/sub", "Sub", List.of(x, model.weights("mean", new int[] {1, 1, 1, 3}, 0.1f, -0.2f, 0.3f)));
        x = first(x, "conv1");
        x = conv("conv1", x, 3, 8, 2);
        x = node("conv1/Relu", "Relu", List.of(x));
        final String skip = x;
        x = conv("conv2", x, 8, 8, 1);
        x = last(x, "conv2");
        x = node("add/add", "Add", List.of(x, last(skip, "add")));
        x = node("activation/Sigmoid", "Sigmoid", List.of(x));
        final String squeezed = node("squeeze/Mean", "ReduceMean", List.of(x), OnnxModel.ints("axes", 1, 2), OnnxModel.number("keepdims", 0));
        final String gate = node("gate/Sigmoid", "Sigmoid", List.of(dense("gate", squeezed, 8, 8)));
        final String wide = node("reshape/Reshape", "Reshape", List.of(gate, model.integers("wide", -1, 1, 1, 8)));
        x = node("excite/mul", "Mul", List.of(x, wide));
        x = first(x, "pool");
        x = node("pool/MaxPool", "MaxPool", List.of(x), OnnxModel.ints("kernel_shape", 2, 2), OnnxModel.ints("strides", 2, 2),
                OnnxModel.text("auto_pad", "SAME_UPPER"));
        layers.put("pool", x);
        x = last(x, "pool");
        x = node("flatten/Reshape", "Reshape", List.of(x, model.integers("flat", -1, 6 * 5 * 8)));
        x = dense("hidden", x, 6 * 5 * 8, 12);
        layers.put("hidden/MatMul", x);
        x = dense("class", node("hidden/Tanh", "Tanh", List.of(x)), 12, 4);
        model.output(node("class/Softmax", "Softmax", List.of(x), OnnxModel.number("axis", -1)));
        final NetworkGraph graph = Agreement.check(executor, model.write(folder.resolve("m.onnx")), model.model(), layers, true);
        assertThat(graph.input()).isEqualTo(new Shape(3, 21, 17));
        assertThat(graph.node(graph.logits().name()).orElseThrow().operator()).isInstanceOf(Dense.class);
        assertThat(graph.nodes().stream().map(Node::name)).containsExactly("picture", "rescaling/mul", "normalization/sub", "conv1/Conv2D",
                "conv1/Relu", "conv2", "add/add", "activation", "squeeze", "gate/MatMul", "gate/Sigmoid", "excite/mul", "pool",
                "flatten", "hidden/MatMul", "hidden/Tanh", "class/MatMul", "class/Softmax");
    }

    private String conv(final String name, final String x, final int channels, final int filters, final int stride) {
        final String value = node(name + "/Conv2D", "Conv", List.of(x, model.weights(name + "/kernel", 9 * channels, filters, channels, 3, 3),
                model.weights(name + "/bias", new int[] {filters}, model.normal(filters, 0, 0.1))), OnnxModel.text("auto_pad", "SAME_UPPER"),
                OnnxModel.ints("kernel_shape", 3, 3), OnnxModel.ints("strides", stride, stride));
        layers.put(name.equals("conv1") ? "conv1/Conv2D" : name, value);
        return value;
    }

    private String dense(final String name, final String x, final int inputs, final int outputs) {
        final String product = node(name + "/MatMul", "MatMul", List.of(x, model.weights(name + "/kernel", inputs, inputs, outputs)));
        return node(name + "/BiasAdd", "Add", List.of(product,
                model.weights(name + "/bias", new int[] {outputs}, model.normal(outputs, 0, 0.1))));
    }

    private String first(final String x, final String name) {
        return node(name + "__in", "Transpose", List.of(x), OnnxModel.ints("perm", 0, 3, 1, 2));
    }

    private String last(final String x, final String name) {
        return node(name + "__out", "Transpose", List.of(x), OnnxModel.ints("perm", 0, 2, 3, 1));
    }

    private String node(final String name, final String operator, final List<String> inputs, final AttributeProto... settings) {
        final String whole = name.contains("/") ? MODEL + name : name;
        final NodeProto.Builder node = OnnxModel.node(operator, new ArrayList<>(inputs), whole + ":0").setName(whole);
        List.of(settings).forEach(node::addAttribute);
        model.node(node.build());
        return whole + ":0";
    }
}
