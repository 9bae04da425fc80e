package org.filterscope.reference.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import org.nd4j.shade.protobuf.UnknownFieldSet;
import org.nd4j.shade.protobuf.UnknownFieldSet.Field;

/**
 * Builds networks module by module and writes them as PyTorch's exporters do. Modules have the names of the state dict. Remembers which layer
 * must show which value.
 */
final class TorchModel {
    private static final int METADATA_FIELD = 9;

    private final Style style;
    private final OnnxModel model;
    private final Map<String, Integer> channels = new HashMap<>();
    private final SequencedMap<String, String> layers = new LinkedHashMap<>();
    private final Map<String, Integer> paths = new HashMap<>();
    private int nodes;
    private String last;

    TorchModel(final Style style) {
        this.style = style;
        model = new OnnxModel(style.opset(), style.weights());
    }

    Style style() {
        return style;
    }

    String input(final int planes, final int rows, final int cols) {
        model.input("input", style.batch() == Style.Batch.OPEN ? -1 : 1, planes, rows, cols);
        channels.put("input", planes);
        return "input";
    }

    String vector(final int length) {
        model.input("input", style.batch() == Style.Batch.OPEN ? -1 : 1, length);
        channels.put("input", length);
        return "input";
    }

    /** The last node made the output. */
    TorchModel finish() {
        model.output(last);
        return this;
    }

    /** With all weights inside. */
    ModelProto complete() {
        return model.complete();
    }

    Path write(final Path file) throws IOException {
        return model.write(file);
    }

    /** Values of the file by the names of layers that must show them. */
    SequencedMap<String, String> layers() {
        return layers;
    }

    int channels(final String value) {
        return channels.get(value);
    }

    String conv(final String module, final String x, final int filters, final int kernel, final int stride, final int padding) {
        return conv(module, x, filters, new int[] {kernel, kernel}, stride, new int[] {padding, padding}, 1, true);
    }

    /** Without bias, because a normalization follows. */
    String bare(final String module, final String x, final int filters, final int kernel, final int stride, final int padding,
            final int groups) {
        return conv(module, x, filters, new int[] {kernel, kernel}, stride, new int[] {padding, padding}, groups, false);
    }

    String conv(final String module, final String x, final int filters, final int[] kernel, final int stride, final int[] padding,
            final int groups, final boolean bias) {
        final int inputs = channels(x) / groups;
        final List<String> given = new ArrayList<>(List.of(x,
                model.weights(module + ".weight", inputs * kernel[0] * kernel[1], filters, inputs, kernel[0], kernel[1])));
        if (bias) {
            given.add(model.weights(module + ".bias", new int[] {filters}, model.normal(filters, 0, 0.1)));
        }
        return layer(module, "Conv", filters, given, OnnxModel.ints("dilations", 1, 1), OnnxModel.number("group", groups),
                OnnxModel.ints("kernel_shape", kernel[0], kernel[1]), OnnxModel.ints("pads", padding[0], padding[1], padding[0], padding[1]),
                OnnxModel.ints("strides", stride, stride));
    }

    String transposed(final String module, final String x, final int filters, final int kernel, final int stride, final int padding) {
        final int inputs = channels(x);
        return layer(module, "ConvTranspose", filters,
                List.of(x, model.weights(module + ".weight", inputs * kernel * kernel / (stride * stride), inputs, filters, kernel, kernel),
                        model.weights(module + ".bias", new int[] {filters}, model.normal(filters, 0, 0.1))),
                OnnxModel.number("group", 1), OnnxModel.ints("kernel_shape", kernel, kernel),
                OnnxModel.ints("pads", padding, padding, padding, padding), OnnxModel.ints("strides", stride, stride));
    }

    String norm(final String module, final String x) {
        final int length = channels(x);
        final int[] dims = {length};
        final float[] variance = model.normal(length, 1, 0.1);
        return layer(module, "BatchNormalization", length, List.of(x, model.weights(module + ".weight", dims, model.normal(length, 1, 0.1)),
                model.weights(module + ".bias", dims, model.normal(length, 0, 0.1)),
                model.weights(module + ".running_mean", dims, model.normal(length, 0, 0.1)),
                model.weights(module + ".running_var", dims, variance)), OnnxModel.real("epsilon", 1e-5));
    }

    String linear(final String module, final String x, final int outputs) {
        final int inputs = channels(x);
        return layer(module, "Gemm", outputs, List.of(x, model.weights(module + ".weight", inputs, outputs, inputs),
                model.weights(module + ".bias", new int[] {outputs}, model.normal(outputs, 0, 0.1))), OnnxModel.real("alpha", 1),
                OnnxModel.real("beta", 1), OnnxModel.number("transB", 1));
    }

    String relu(final String module, final String x) {
        return same(module, "Relu", x);
    }

    String maxPool(final String module, final String x, final int kernel, final int stride, final int padding, final boolean ceil) {
        final List<AttributeProto> settings = new ArrayList<>(List.of(OnnxModel.ints("kernel_shape", kernel, kernel),
                OnnxModel.ints("pads", padding, padding, padding, padding), OnnxModel.ints("strides", stride, stride)));
        if (style.opset() >= 10) {
            settings.add(OnnxModel.number("ceil_mode", ceil ? 1 : 0));
        }
        return layer(module, "MaxPool", channels(x), List.of(x), settings.toArray(AttributeProto[]::new));
    }

    String averagePool(final String module, final String x, final int kernel, final int stride, final int padding) {
        return layer(module, "AveragePool", channels(x), List.of(x), OnnxModel.number("count_include_pad", 1),
                OnnxModel.ints("kernel_shape", kernel, kernel), OnnxModel.ints("pads", padding, padding, padding, padding),
                OnnxModel.ints("strides", stride, stride));
    }

    String globalPool(final String module, final String x) {
        return same(module, "GlobalAveragePool", x);
    }

    /** ReLU6 and other bounds: settings before operator set 11, constants since. */
    String clip(final String module, final String x, final double low, final double high) {
        if (style.opset() < 11) {
            return layer(module, "Clip", channels(x), List.of(x), OnnxModel.real("min", low), OnnxModel.real("max", high));
        }
        return layer(module, "Clip", channels(x), List.of(x, scalar(module, low), scalar(module, high)));
    }

    String hardSwish(final String module, final String x) {
        if (style.opset() >= 14) {
            return same(module, "HardSwish", x);
        }
        return times(module, x, inner(module, "HardSigmoid", channels(x), List.of(x), OnnxModel.real("alpha", 1.0 / 6)));
    }

    /** x sigmoid(x), of which exporters make two nodes. */
    String swish(final String module, final String x) {
        return times(module, x, inner(module, "Sigmoid", channels(x), List.of(x)));
    }

    String times(final String module, final String a, final String b) {
        return inner(module, "Mul", channels(a), List.of(a, b));
    }

    String add(final String module, final String a, final String b) {
        return inner(module, "Add", channels(a), List.of(a, b));
    }

    String concat(final String module, final List<String> parts) {
        return inner(module, "Concat", parts.stream().mapToInt(this::channels).sum(), parts, OnnxModel.number("axis", 1));
    }

    String same(final String module, final String operator, final String x, final AttributeProto... settings) {
        return layer(module, operator, channels(x), List.of(x), settings);
    }

    String flatten(final String x, final int length) {
        return inner("", "Flatten", length, List.of(x), OnnxModel.number("axis", 1));
    }

    /** {@code x.view(x.size(0), -1)}, which becomes a small program. */
    String view(final String x, final int length) {
        final String shape = inner("", "Shape", 0, List.of(x));
        final String first = inner("", "Gather", 0, List.of(shape, whole("", 0)), OnnxModel.number("axis", 0));
        final String images = unsqueeze(first);
        final String rest = inner("", "Constant", 0, List.of(), OnnxModel.tensor("value", OnnxModel.integerTensor("", new int[] {1}, -1)));
        final String target = inner("", "Concat", 0, List.of(images, rest), OnnxModel.number("axis", 0));
        return inner("", "Reshape", length, List.of(x, target));
    }

    String reshape(final String module, final String x, final int planes, final long... shape) {
        return inner(module, "Reshape", planes, List.of(x, model.integers("shape" + nodes, shape)));
    }

    String transpose(final String module, final String x, final long... order) {
        return inner(module, "Transpose", channels(x), List.of(x), OnnxModel.ints("perm", order));
    }

    /** Two halves of the channels. */
    List<String> split(final String module, final String x) {
        final int half = channels(x) / 2;
        final NodeProto.Builder node = OnnxModel.node("Split", List.of(x), "s" + nodes + "a", "s" + nodes + "b")
                .addAttribute(OnnxModel.number("axis", 1));
        if (style.opset() < 13) {
            node.addAttribute(OnnxModel.ints("split", half, half));
        } else {
            node.addInput(model.integers("sizes" + nodes, half, half));
        }
        model.node(node.setName(name(module, "Split")).build());
        nodes++;
        node.getOutputList().forEach(output -> channels.put(output, half));
        return node.getOutputList();
    }

    /** The mean over rows and columns as operator set 18 says it. */
    String globalMean(final String module, final String x) {
        return layer(module, "ReduceMean", channels(x), List.of(x, model.integers("axes" + nodes, 2, 3)), OnnxModel.number("keepdims", 0));
    }

    /** Enlarges to the rows and columns of another value, as {@code interpolate(x, size=like.shape[2:])}. */
    String resizeLike(final String module, final String x, final String like, final String mode, final String coordinates) {
        final String size = inner(module, "Slice", 0, List.of(inner(module, "Shape", 0, List.of(like)), integers(2), integers(4), integers(0)));
        final String images = inner(module, "Slice", 0, List.of(inner(module, "Shape", 0, List.of(x)), integers(0), integers(2), integers(0)));
        final String sizes = inner(module, "Concat", 0, List.of(images, size), OnnxModel.number("axis", 0));
        return layer(module, "Resize", channels(x), List.of(x, "", "", sizes), OnnxModel.text("mode", mode),
                OnnxModel.text("coordinate_transformation_mode", coordinates));
    }

    private String integers(final long value) {
        return model.integers("n" + nodes + "_" + value + "_" + model.random().nextInt(1 << 30), value);
    }

    private String unsqueeze(final String x) {
        return style.opset() < 13 ? inner("", "Unsqueeze", 0, List.of(x), OnnxModel.ints("axes", 0))
                : inner("", "Unsqueeze", 0, List.of(x, model.integers("axes" + nodes, 0)));
    }

    private String scalar(final String module, final double value) {
        return inner(module, "Constant", 0, List.of(), OnnxModel.tensor("value", OnnxModel.number(value)));
    }

    private String whole(final String module, final long value) {
        return inner(module, "Constant", 0, List.of(), OnnxModel.tensor("value", OnnxModel.integerTensor("", new int[0], value)));
    }

    /** A node that is a module of its own; its value is compared. */
    private String layer(final String module, final String operator, final int planes, final List<String> inputs,
            final AttributeProto... settings) {
        final int number = nodes;
        final String value = inner(module, operator, planes, inputs, settings);
        layers.put(switch (style.naming()) {
            case PATHS, METADATA -> module;
            case NUMBERS -> operator + "_" + number;
            case NONE -> operator + "_" + value;
        }, value);
        return value;
    }

    /** One of several nodes of a module. */
    private String inner(final String module, final String operation, final int planes, final List<String> inputs,
            final AttributeProto... settings) {
        final String name = name(module, operation);
        final String value = style.naming() == Style.Naming.NONE ? "" + (100 + nodes) : name + "_output_0_" + nodes;
        final NodeProto.Builder node = OnnxModel.node(operation, inputs, value).addAllAttribute(Arrays.asList(settings))
                .setName(name);
        if (style.naming() == Style.Naming.METADATA) {
            node.setUnknownFields(metadata(module, name));
        }
        model.node(node.build());
        nodes++;
        channels.put(value, planes);
        last = value;
        return value;
    }

    private String name(final String module, final String operation) {
        return switch (style.naming()) {
            case PATHS -> {
                final String path = scope(module) + "/" + operation;
                final int before = paths.merge(path, 1, Integer::sum) - 1;
                yield before == 0 ? path : path + "_" + before;
            }
            case NUMBERS -> operation + "_" + nodes;
            case NONE -> "";
            case METADATA -> "node_" + operation.toLowerCase(Locale.ROOT) + "_" + nodes;
        };
    }

    /** {@code layer1.0.conv1} becomes {@code /layer1/layer1.0/conv1}: children that are numbers repeat their parent. */
    private static String scope(final String module) {
        final StringBuilder scope = new StringBuilder();
        String segment = "";
        for (final String part : module.isEmpty() ? new String[0] : module.split("\\.")) {
            segment = part.matches("\\d+") ? segment + "." + part : part;
            scope.append('/').append(segment);
        }
        return scope.toString();
    }

    private static UnknownFieldSet metadata(final String module, final String name) {
        final String[] parts = module.split("\\.");
        final String scopes = IntStream.rangeClosed(0, parts.length)
                .mapToObj(i -> "'" + String.join(".", Arrays.copyOf(parts, i)) + "'").reduce((a, b) -> a + ", " + b).orElseThrow();
        return UnknownFieldSet.newBuilder().addField(METADATA_FIELD, Field.newBuilder()
                .addLengthDelimited(OnnxModel.entry("namespace", "x").toByteString())
                .addLengthDelimited(OnnxModel.entry("pkg.torch.onnx.name_scopes", "[" + scopes + ", '" + name + "']").toByteString()).build())
                .build();
    }
}
