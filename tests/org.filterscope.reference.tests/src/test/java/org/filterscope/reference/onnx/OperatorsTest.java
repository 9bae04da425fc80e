package org.filterscope.reference.onnx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import org.filterscope.engine.execution.Executor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operator by itself with settings that networks rarely have; {@link Runtime} says what is right. */
class OperatorsTest {

    @TempDir
    Path folder;

    /** Adds nodes to a model. */
    private interface Body {
        String add(Small model);
    }

    /** A model of a few nodes. */
    private static final class Small {
        private final OnnxModel model;
        private int nodes;
        private int constants;

        Small(final int opset) {
            model = new OnnxModel(opset, Style.Weights.INSIDE);
        }

        String node(final String operator, final List<String> inputs, final AttributeProto... settings) {
            final String value = "v" + nodes++;
            final NodeProto.Builder node = OnnxModel.node(operator, inputs, value).setName(operator.toLowerCase(Locale.ROOT) + nodes);
            node.addAllAttribute(Arrays.asList(settings));
            model.node(node.build());
            return value;
        }

        String weights(final int... dims) {
            return model.weights("w" + constants++, 4, dims);
        }

        String floats(final double... values) {
            final float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
            return model.weights("f" + constants++, new int[] {floats.length}, floats);
        }

        String scalar(final double value) {
            return model.weights("c" + constants++, new int[0], (float) value);
        }

        String integers(final long... values) {
            return model.integers("i" + constants++, values);
        }
    }

    @ParameterizedTest(name = "{0}, operator set {1}, by {3}")
    @MethodSource("operators")
    void anOperatorComputesWhatOnnxRuntimeComputes(final String name, final int opset, final Body body, final Executor executor)
            throws Exception {
        final Small small = new Small(opset);
        small.model.input("x", 1, 6, 9, 8);
        small.model.output(body.add(small));
        Agreement.check(executor, small.model.write(folder.resolve("m.onnx")), small.model.model(), Map.of(), false);
    }

    static List<Arguments> operators() throws Exception {
        final List<Case> cases = new ArrayList<>();
        Stream.of(convolutions(), transposed(), pools(), values(), arithmetic(), selections(), shapes(), resizings()).forEach(cases::addAll);
        final List<Arguments> each = new ArrayList<>();
        for (final Executor executor : Agreement.executors()) {
            cases.forEach(c -> each.add(Arguments.of(c.name, c.opset, c.body, Named.of(executor.name(), executor))));
        }
        return each;
    }

    private record Case(String name, int opset, Body body) {
    }

    private static Case of(final String name, final int opset, final Body body) {
        return new Case(name, opset, body);
    }

    private static List<Case> convolutions() {
        return List.of(
                of("Conv, same lower", 11, m -> m.node("Conv", List.of("x", m.weights(4, 6, 4, 3)), text("auto_pad", "SAME_LOWER"),
                        ints("strides", 2, 3))),
                of("Conv, same upper", 11, m -> m.node("Conv", List.of("x", m.weights(4, 3, 3, 2)), text("auto_pad", "SAME_UPPER"),
                        number("group", 2))),
                of("Conv, dilated", 11, m -> m.node("Conv", List.of("x", m.weights(4, 6, 3, 2)), ints("dilations", 2, 3))),
                of("Conv, valid", 11, m -> m.node("Conv", List.of("x", m.weights(4, 6, 2, 2)), text("auto_pad", "VALID"))),
                of("Conv, uneven padding", 22, m -> m.node("Conv", List.of("x", m.weights(4, 6, 3, 3)), ints("pads", 0, 1, 2, 3))),
                of("DepthToSpace, depth first", 13, m -> m.node("DepthToSpace", List.of(m.node("Conv", List.of("x", m.weights(12, 6, 1, 1)))),
                        number("blocksize", 2))),
                of("DepthToSpace, columns first", 13, m -> m.node("DepthToSpace", List.of(m.node("Conv", List.of("x", m.weights(12, 6, 1, 1)))),
                        number("blocksize", 2), text("mode", "CRD"))),
                of("SpaceToDepth", 13, m -> m.node("SpaceToDepth", List.of(m.node("Slice", List.of("x", m.integers(1), m.integers(9),
                        m.integers(2)))), number("blocksize", 2))));
    }

    private static List<Case> transposed() {
        return List.of(
                of("ConvTranspose, extra", 11, m -> m.node("ConvTranspose", List.of("x", m.weights(6, 4, 3, 3)), ints("strides", 2, 2),
                        ints("pads", 1, 1, 1, 1), ints("output_padding", 1, 1))),
                of("ConvTranspose, groups and gaps", 11, m -> m.node("ConvTranspose", List.of("x", m.weights(6, 2, 3, 2)), ints("strides", 2, 3),
                        ints("dilations", 2, 1), number("group", 3), ints("pads", 0, 1, 2, 0))),
                of("ConvTranspose, wanted shape", 11, m -> m.node("ConvTranspose", List.of("x", m.weights(6, 4, 4, 3)), ints("strides", 2, 2),
                        ints("output_shape", 17, 16))),
                of("ConvTranspose, wanted shape, upper", 11, m -> m.node("ConvTranspose", List.of("x", m.weights(6, 4, 4, 4)),
                        ints("strides", 2, 2), ints("output_shape", 17, 15), text("auto_pad", "SAME_UPPER"))),
                of("ConvTranspose, same upper", 11, m -> m.node("ConvTranspose", List.of("x", m.weights(6, 4, 3, 3)), ints("strides", 2, 2),
                        text("auto_pad", "SAME_UPPER"))),
                of("ConvTranspose, same lower", 11, m -> m.node("ConvTranspose", List.of("x", m.weights(6, 4, 3, 3)), ints("strides", 2, 2),
                        text("auto_pad", "SAME_LOWER"))));
    }

    private static List<Case> pools() {
        return List.of(
                of("MaxPool, rounded up", 12, m -> m.node("MaxPool", List.of("x"), ints("kernel_shape", 3, 3), ints("strides", 2, 2),
                        number("ceil_mode", 1))),
                of("MaxPool, rounded up into the padding", 22, m -> m.node("MaxPool", List.of("x"), ints("kernel_shape", 2, 2),
                        ints("strides", 3, 2), ints("pads", 1, 1, 1, 1), number("ceil_mode", 1))),
                of("MaxPool, same lower", 12, m -> m.node("MaxPool", List.of("x"), ints("kernel_shape", 2, 3), ints("strides", 2, 3),
                        text("auto_pad", "SAME_LOWER"))),
                of("AveragePool, rounded up", 22, m -> m.node("AveragePool", List.of("x"), ints("kernel_shape", 3, 3), ints("strides", 2, 2),
                        ints("pads", 1, 1, 1, 1), number("ceil_mode", 1))),
                of("AveragePool, rounded up, padding counts", 22, m -> m.node("AveragePool", List.of("x"), ints("kernel_shape", 3, 3),
                        ints("strides", 2, 3), ints("pads", 1, 0, 1, 1), number("ceil_mode", 1), number("count_include_pad", 1))),
                of("AveragePool, same", 11, m -> m.node("AveragePool", List.of("x"), ints("kernel_shape", 3, 2), ints("strides", 2, 3),
                        text("auto_pad", "SAME_UPPER"))),
                of("GlobalMaxPool", 11, m -> m.node("GlobalMaxPool", List.of("x"))),
                of("ReduceMax", 18, m -> m.node("ReduceMax", List.of("x", m.integers(-2, -1)))));
    }

    private static List<Case> values() {
        final List<Case> cases = new ArrayList<>();
        for (final String operator : List.of("Selu", "Softsign", "Softplus", "Tanh", "Sigmoid", "Elu", "LeakyRelu", "HardSigmoid")) {
            cases.add(of(operator, 9, m -> m.node(operator, List.of("x"))));
        }
        cases.add(of("HardSwish", 14, m -> m.node("HardSwish", List.of("x"))));
        cases.add(of("Mish", 18, m -> m.node("Mish", List.of("x"))));
        cases.add(of("Gelu", 20, m -> m.node("Gelu", List.of("x"))));
        cases.add(of("Celu", 12, m -> m.node("Celu", List.of("x"))));
        cases.add(of("Gelu spelled out", 13, m -> {
            final String erf = m.node("Erf", List.of(m.node("Div", List.of("x", m.scalar(Math.sqrt(2))))));
            return m.node("Mul", List.of(m.node("Mul", List.of("x", m.node("Add", List.of(erf, m.scalar(1))))), m.scalar(0.5)));
        }));
        cases.add(of("Clip below", 11, m -> m.node("Clip", List.of("x", m.scalar(-0.3)))));
        cases.add(of("Clip above", 13, m -> m.node("Clip", List.of("x", "", m.scalar(0.3)))));
        cases.add(of("PRelu", 9, m -> m.node("PRelu", List.of("x", m.weights(6, 1, 1)))));
        cases.add(of("LogSoftmax over channels", 13, m -> m.node("LogSoftmax", List.of("x"), number("axis", 1))));
        cases.add(of("Softmax over channels put last", 11, m -> m.node("Transpose", List.of(m.node("Softmax",
                List.of(m.node("Transpose", List.of("x"), ints("perm", 0, 2, 3, 1))), number("axis", 3))), ints("perm", 0, 3, 1, 2))));
        cases.add(of("LRN", 13, m -> m.node("LRN", List.of("x"), number("size", 3), OnnxModel.real("alpha", 0.9))));
        return cases;
    }

    private static List<Case> arithmetic() {
        return List.of(
                of("constant minus maps", 13, m -> m.node("Sub", List.of(m.scalar(1), "x"))),
                of("maps minus constants", 13, m -> m.node("Sub", List.of("x", m.weights(6, 1, 1)))),
                of("maps minus maps", 13, m -> m.node("Sub", List.of("x", m.node("Tanh", List.of("x"))))),
                of("maps over constants", 13, m -> m.node("Div", List.of("x", m.weights(1, 6, 1, 1)))),
                of("maximum of three", 13, m -> m.node("Max", List.of("x", m.node("Neg", List.of("x")), m.node("Tanh", List.of("x"))))),
                of("minimum with a number", 13, m -> m.node("Min", List.of("x", m.scalar(0.25)))),
                of("mean of three", 13, m -> m.node("Mean", List.of("x", m.node("Neg", List.of("x")), m.node("Relu", List.of("x"))))),
                of("sum of three", 13, m -> m.node("Sum", List.of("x", m.node("Tanh", List.of("x")), m.node("Relu", List.of("x"))))),
                of("maps times a map", 13, m -> m.node("Mul", List.of("x", m.node("Conv", List.of("x", m.weights(1, 6, 1, 1)))))),
                of("a weighted sum of everything, and numbers", 13, m -> m.node("Gemm", List.of(m.node("Flatten", List.of("x")),
                        m.weights(432, 3), m.floats(1, 2, 3)), OnnxModel.real("alpha", 0.5), OnnxModel.real("beta", 2))));
    }

    private static List<Case> selections() {
        return List.of(
                of("every second channel backwards", 13, m -> m.node("Slice", List.of("x", m.integers(-1), m.integers(-7), m.integers(1),
                        m.integers(-2)))),
                of("borders cut off", 9, m -> m.node("Slice", List.of("x"), ints("starts", 1, -7), ints("ends", Long.MAX_VALUE, -1),
                        ints("axes", 2, 3))),
                of("channels turned round", 13, m -> m.node("Gather", List.of("x", m.integers(5, -5, 3, 3)), number("axis", 1))),
                of("three unequal parts", 13, m -> {
                    final NodeProto.Builder split = OnnxModel.node("Split", List.of("x", m.integers(1, 2, 3)), "a", "b", "c");
                    m.model.node(split.setName("split").addAttribute(number("axis", -3)).build());
                    return m.node("Concat", List.of("c", "a", "b"), number("axis", 1));
                }),
                of("an unequal last part", 18, m -> {
                    final NodeProto.Builder split = OnnxModel.node("Split", List.of("x"), "a", "b", "c");
                    m.model.node(split.setName("split").addAttribute(number("axis", 3)).addAttribute(number("num_outputs", 3)).build());
                    return m.node("Add", List.of("a", "b"));
                }),
                of("single channels put together", 13, m -> {
                    final String[] planes = new String[2];
                    for (int i = 0; i < planes.length; i++) {
                        final String plane = m.node("Gather", List.of("x", whole(m, i)), number("axis", 1));
                        planes[i] = m.node("Mul", List.of(m.node("Unsqueeze", List.of(plane, m.integers(1))), m.scalar(0.5 + i)));
                    }
                    return m.node("Concat", List.of(planes), number("axis", 1));
                }),
                of("Pad", 18, m -> m.node("Pad", List.of("x", m.integers(1, -2, 0, 3), "", m.integers(2, 3)))),
                of("Pad in a setting", 9, m -> m.node("Pad", List.of("x"), ints("pads", 0, 0, 2, 0, 0, 0, 0, 1))));
    }

    private static String whole(final Small m, final long value) {
        return m.node("Constant", List.of(), OnnxModel.tensor("value", OnnxModel.integerTensor("", new int[0], value)));
    }

    private static List<Case> shapes() {
        return List.of(
                of("flattened channels last", 13, m -> m.node("MatMul", List.of(m.node("Reshape",
                        List.of(m.node("Transpose", List.of("x"), ints("perm", 0, 2, 3, 1)), m.integers(1, -1))), m.weights(432, 3)))),
                of("a vector as maps with channels last", 13, m -> {
                    final String vector = m.node("Flatten", List.of("x"));
                    final String maps = m.node("Reshape", List.of(vector, m.integers(-1, 8, 9, 6)));
                    return m.node("Conv", List.of(m.node("Transpose", List.of(maps), ints("perm", 0, 3, 1, 2)), m.weights(2, 6, 1, 1)));
                }),
                of("maps channels last read as a flat picture", 13, m -> {
                    final String turned = m.node("Transpose", List.of("x"), ints("perm", 0, 2, 3, 1));
                    return m.node("Relu", List.of(m.node("Reshape", List.of(turned, m.integers(0, 4, 12, 9)))));
                }),
                of("a reshape across factors", 13, m -> m.node("Relu", List.of(m.node("Reshape", List.of("x", m.integers(1, 4, 12, 9)))))),
                of("channels shuffled in three groups", 13, m -> {
                    final String groups = m.node("Reshape", List.of("x", m.integers(0, 3, 2, 9, 8)));
                    final String turned = m.node("Transpose", List.of(groups), ints("perm", 0, 2, 1, 3, 4));
                    return m.node("Relu", List.of(m.node("Reshape", List.of(turned, m.integers(0, -1, 9, 8)))));
                }),
                of("a product along channels put last", 13, m -> m.node("Transpose", List.of(m.node("Add", List.of(m.node("MatMul",
                        List.of(m.node("Transpose", List.of("x"), ints("perm", 0, 2, 3, 1)), m.weights(6, 5))), m.weights(5)))),
                        ints("perm", 0, 3, 1, 2))),
                of("squeezed and excited", 13, m -> {
                    final String mean = m.node("Squeeze", List.of(m.node("GlobalAveragePool", List.of("x")), m.integers(2, 3)));
                    final String gate = m.node("Sigmoid", List.of(m.node("MatMul", List.of(mean, m.weights(6, 6)))));
                    return m.node("Mul", List.of("x", m.node("Unsqueeze", List.of(gate, m.integers(2, 3)))));
                }),
                of("a mean over positions in one dimension", 13, m -> m.node("ReduceMean",
                        List.of(m.node("Reshape", List.of("x", m.integers(0, 6, -1)))), ints("axes", 2), number("keepdims", 0))));
    }

    private static List<Case> resizings() {
        final List<Case> cases = new ArrayList<>();
        for (final String coordinates : List.of("half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric")) {
            for (final String mode : List.of("linear", "nearest")) {
                cases.add(of("Resize, %s, %s".formatted(mode, coordinates), 13, m -> m.node("Resize",
                        List.of("x", "", m.floats(1, 1, 2.5, 1.6)), text("mode", mode), text("coordinate_transformation_mode", coordinates))));
                cases.add(of("Resize to a size, %s, %s".formatted(mode, coordinates), 19, m -> m.node("Resize",
                        List.of("x", "", "", m.integers(5, 13)), text("mode", mode), text("coordinate_transformation_mode", coordinates),
                        ints("axes", 2, 3))));
            }
        }
        for (final String rounding : List.of("floor", "ceil", "round_prefer_floor", "round_prefer_ceil")) {
            cases.add(of("Resize, nearest, " + rounding, 11, m -> m.node("Resize", List.of("x", m.floats(), m.floats(1, 1, 3, 2)),
                    text("nearest_mode", rounding))));
        }
        for (final double rows : List.of(13.0, 19.0, 23.0, 29.0)) {
            cases.add(of("Resize, to %.0f ninths".formatted(rows), 13, m -> m.node("Resize", List.of("x", "", m.floats(1, 1, rows / 9, 11.0 / 8)),
                    text("mode", "linear"))));
        }
        cases.add(of("Resize, old, larger", 10, m -> m.node("Resize", List.of("x", m.floats(1, 1, 2, 3)))));
        cases.add(of("Resize, old, smaller", 10, m -> m.node("Resize", List.of("x", m.floats(1, 1, 0.5, 0.7)))));
        cases.add(of("Upsample", 9, m -> m.node("Upsample", List.of("x", m.floats(1, 1, 2, 3)), text("mode", "linear"))));
        cases.add(of("Upsample by a setting", 7, m -> m.node("Upsample", List.of("x"), AttributeProto.newBuilder().setName("scales")
                .setType(AttributeProto.AttributeType.FLOATS).addAllFloats(List.of(1f, 1f, 2f, 2f)).build())));
        return cases;
    }

    private static AttributeProto ints(final String name, final long... values) {
        return OnnxModel.ints(name, values);
    }

    private static AttributeProto number(final String name, final long value) {
        return OnnxModel.number(name, value);
    }

    private static AttributeProto text(final String name, final String value) {
        return OnnxModel.text(name, value);
    }
}
