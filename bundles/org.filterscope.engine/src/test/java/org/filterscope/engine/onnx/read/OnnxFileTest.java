package org.filterscope.engine.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.FunctionProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.read.UnsupportedLayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, hostile or no models are refused in one sentence; nothing else is thrown. */
class OnnxFileTest {
    private static final String NO_MODEL = "is no ONNX model, or it is truncated or damaged";

    @TempDir
    Path folder;

    @Test
    void filesThatAreNoModelsAreToldApart() throws Exception {
        assertRefused(Files.writeString(folder.resolve("text.onnx"), "hello, here is text"), NO_MODEL);
        assertRefused(Files.write(folder.resolve("zip.onnx"), new byte[] {'P', 'K', 3, 4, 0, 0}), NO_MODEL);
        assertRefused(Files.createFile(folder.resolve("empty.onnx")), "it holds no graph");
        assertRefused(write("bare.onnx", ModelProto.newBuilder().setIrVersion(8).build()), "it holds no graph");
        assertRefused(OnnxBuilder.plain().opset(6).write(folder.resolve("old.onnx")),
                "uses operator set 6; this version reads operator sets 7 to 26");
        assertRefused(OnnxBuilder.plain().opset(99).write(folder.resolve("new.onnx")), "uses operator set 99");
    }

    @Test
    void anOnnxModelUnderAnotherNameIsKnownByItsFirstBytes() throws Exception {
        assertThat(read(OnnxBuilder.plain().write(folder.resolve("model.bin"))).format()).isEqualTo("ONNX (operator set 13)");
    }

    @Test
    void aModelThatClaimsMoreThanItHasIsRefusedBeforeAnythingIsAllocated() {
        assertRefused(new OnnxBuilder().input("x", 1, 2, 1, 1).tensor(OnnxBuilder.typed("w", DataType.FLOAT, List.of(1 << 30, 1 << 30, 1, 1)))
                .node("conv", "Conv", List.of("x", "w")).output("conv:0").write(folder.resolve("huge.onnx")),
                "the weights 'w' have the shape [1073741824, 1073741824, 1, 1], but the file has 0 values");
        assertRefused(new OnnxBuilder().input("x", 1, 2, 1, 1).tensor(OnnxBuilder.raw("w", DataType.FLOAT, List.of(1, 2, 1, 1), new byte[7]))
                .node("conv", "Conv", List.of("x", "w")).output("conv:0").write(folder.resolve("odd.onnx")), "have the shape [1, 2, 1, 1]");
        assertRefused(new OnnxBuilder().input("x", 1, 1 << 14, 1 << 14, 1 << 14).node("r", "Relu", List.of("x")).output("r:0")
                .write(folder.resolve("wide.onnx")), "the input 'x' would have 16384 channels of 16384 × 16384 pixels");
        final OnnxBuilder growing = new OnnxBuilder().input("x", 1, 2, 1, 1).integers("s", 1 << 11);
        String last = "s";
        for (int i = 0; i < 40; i++) {
            growing.node("c" + i, "Concat", List.of(last, last), OnnxBuilder.number("axis", 0));
            last = "c" + i + ":0";
        }
        assertRefused(growing.node("r", "Reshape", List.of("x", last)).output("r:0").write(folder.resolve("growing.onnx")),
                "the model computes more constants than it has weights");
    }

    @Test
    void aMillionNodesAreRefusedBeforeTheyAreRead() throws Exception {
        final NodeProto node = NodeProto.newBuilder().setOpType("R").build();
        final GraphProto.Builder graph = GraphProto.newBuilder();
        for (int i = 0; i < WireBounds.MOST_ENTRIES; i++) {
            graph.addNode(node);
        }
        assertRefused(write("many.onnx", ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build()), "has more than 1000000 entries");
    }

    @Test
    void functionsAndShapesOfAMillionEntriesAreRefusedBeforeTheyAreRead() throws Exception {
        final FunctionProto.Builder function = FunctionProto.newBuilder().setName("f");
        final TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int i = 0; i < WireBounds.MOST_ENTRIES; i++) {
            function.addNode(NodeProto.getDefaultInstance());
            shape.addDim(TensorShapeProto.Dimension.getDefaultInstance());
        }
        final ModelProto plain = OnnxBuilder.plain().build();
        assertRefused(write("functions.onnx", plain.toBuilder().addFunctions(function).build()), "has more than 1000000 entries");
        final ModelProto.Builder shaped = plain.toBuilder();
        shaped.getGraphBuilder().addValueInfoBuilder().getTypeBuilder().getTensorTypeBuilder().setShape(shape);
        assertRefused(write("shapes.onnx", shaped.build()), "has more than 1000000 entries");
    }

    @Test
    void nodesThatAskForMoreThanAModelCanHoldAreRefusedBeforeAnythingIsAllocated() {
        assertRefused(pictures().integers("s", 1 << 29).node("f", "ConstantOfShape", List.of("s")).node("a", "Add", List.of("x", "f:0")),
                "it makes a constant of the shape [536870912]");
        assertRefused(pictures().weights("one", List.of(1), 1).integers("s", 1 << 28).node("f", "Expand", List.of("one", "s"))
                .node("a", "Add", List.of("x", "f:0")), "it makes a constant of the shape [268435456]");
        assertRefused(pictures().node("a", "SpaceToDepth", List.of("x"), OnnxBuilder.number("blocksize", 64)), "blocks of 64 × 64");
        assertRefused(pictures().weights("none", List.of(0)).weights("s", List.of(4), 1, 1, 30_000_000, 1)
                .node("a", "Resize", List.of("x", "none", "s")), "maps cannot be resized from 64 to 1920000000 positions");
        assertRefused(pictures().integers("p", 0, 0, 1 << 27, 0, 0, 0, 0, 0).integers("s", 1).integers("e", 9).integers("d", 2)
                .node("pad", "Pad", List.of("x", "p")).node("a", "Slice", List.of("pad:0", "s", "e", "d")),
                "one image would have 3 × 134217792 × 64");
        assertRefused(new OnnxBuilder().input("x", 1, 4, 1024, 1024).integers("s", 1).integers("e", 9).node("flat", "Flatten", List.of("x"))
                .node("a", "Slice", List.of("flat:0", "s", "e", "s")), "it takes parts of 4194304 channels or positions");
        for (final int channels : new int[] {1, 2}) {
            assertRefused(pictures().weights("w", List.of(3, channels, 1, 1), new float[3 * channels])
                    .node("a", "ConvTranspose", List.of("x", "w"), OnnxBuilder.number("group", Integer.MAX_VALUE)),
                    "it has 2147483647 groups of 3 channels");
        }
    }

    @Test
    void settingsAndConstantsOfTheWrongLengthAreRefused() {
        assertRefused(pictures().weights("w", List.of(3, 1, 1, 1), 1, 2, 3)
                .node("a", "ConvTranspose", List.of("x", "w"), OnnxBuilder.ints("output_shape", 5)), "its output_shape has 1 number");
        assertRefused(new OnnxBuilder().input("x", 1, 3).weights("c", List.of(0)).node("a", "Max", List.of("x", "c")), "the shape [0] is empty");
        assertRefused(new OnnxBuilder().input("x", 1, 1).integers("s", 1).weights("w", List.of(1, 1), 2).node("s", "Squeeze", List.of("x", "s"))
                .node("a", "MatMul", List.of("s:0", "w")), "it multiplies single numbers");
        assertRefused(pictures().node("q", "Relu", List.of("x")).node("m", "Sum", List.of()).node("a", "Add", List.of("q:0", "m:0")),
                "it has no inputs");
    }

    @Test
    void aMessageIsOneLineWhateverTheWeightsAreCalled() {
        final String name = "w\n\u001b[31m";
        assertRefused(pictures().tensor(OnnxBuilder.typed(name, DataType.FLOAT, List.of(7))).node("a", "Add", List.of("x", name)),
                "the weights 'w__[31m' have the shape [7]");
    }

    private static OnnxBuilder pictures() {
        return new OnnxBuilder().input("x", 1, 3, 64, 64);
    }

    @Test
    void deepNestingAndNamesThatAreNoTextAreRefused() throws Exception {
        GraphProto graph = GraphProto.newBuilder().setName("innermost").build();
        for (int i = 0; i < 200; i++) {
            graph = GraphProto.newBuilder().addNode(NodeProto.newBuilder().addAttribute(AttributeProto.newBuilder().setG(graph))).build();
        }
        assertRefused(write("deep.onnx", ModelProto.newBuilder().setIrVersion(8).setGraph(graph).build()), NO_MODEL);
        final byte[] bytes = OnnxBuilder.plain().build().toByteArray();
        final String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("conv")] = (byte) 0xFF;
        assertRefused(Files.write(folder.resolve("name.onnx"), bytes), NO_MODEL);
        assertThat(read(new OnnxBuilder().input("x\n\0y", 1, 2, 1, 1).node("r", "Relu", List.of("x\n\0y")).output("r:0")
                .write(folder.resolve("control.onnx"))).nodes().get(0).name()).isEqualTo("x__y");
    }

    @Test
    void loopsAndMissingValuesAreTold() {
        assertRefused(new OnnxBuilder().input("x", 1, 2, 1, 1).node("a", "Add", List.of("x", "b:0")).node("b", "Relu", List.of("a:0")).output("b:0")
                .write(folder.resolve("loop.onnx")), "node 'a' (Add) takes 'b:0', which neither an input, nor weights, nor an earlier node make");
        assertRefused(new OnnxBuilder().input("x", 1, 2, 1, 1).node("a", "Relu", List.of("x")).output("nowhere").write(folder.resolve("end.onnx")),
                "the model has no input");
        assertRefused(new OnnxBuilder().input("x", 1, 2, 1, 1).node("a", "Relu", List.of("x")).node("a", "Relu", List.of("x")).output("a:0")
                .write(folder.resolve("twice.onnx")), "two nodes make the value 'a:0'");
    }

    @Test
    void severalInputsOrOutputsAreRefusedByName() {
        assertRefused(new OnnxBuilder().input("left", 1, 2, 1, 1).input("right", 1, 2, 1, 1).node("a", "Add", List.of("left", "right"))
                .output("a:0").write(folder.resolve("in.onnx")), "the model has 2 inputs: left, right; only models with one input can be read");
        assertRefused(OnnxBuilder.plain().output("x").write(folder.resolve("out.onnx")), "the model has 2 outputs: conv:0, x");
    }

    @Test
    void everyUnsupportedLayerIsNamedWithKindAndReason() {
        final Path file = new OnnxBuilder().input("x", 1, 2, 4, 4).node("q", "QuantizeLinear", List.of("x")).node("r", "Relu", List.of("q:0"))
                .node(NodeProto.newBuilder().setName("own").setOpType("Mine").setDomain("com.example").addInput("r:0").addOutput("own:0"))
                .node("pad", "Pad", List.of("x", "amounts"), OnnxBuilder.text("mode", "reflect"))
                .integers("amounts", 0, 0, 1, 1, 0, 0, 1, 1).node("sum", "Add", List.of("own:0", "pad:0")).output("sum:0")
                .write(folder.resolve("m.onnx"));
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(UnsupportedLayerException.class,
                e -> assertThat(e.refusals()).hasToString("[layer 'q' (QuantizeLinear): layers of this kind are not supported, "
                        + "layer 'own' (com.example.Mine): layers of this kind are not supported, "
                        + "layer 'pad' (Pad): padding in the mode 'reflect' is not supported, only with zeros]"))
                .hasMessageContaining("m.onnx: layer 'q' (QuantizeLinear)").hasMessageContaining("and 2 more");
    }

    @Test
    void whatTheOutputDoesNotNeedIsNotRead() throws Exception {
        assertThat(read(OnnxBuilder.plain().node("loss", "NoSuchThing", List.of("conv:0")).write(folder.resolve("m.onnx"))).output().name())
                .isEqualTo("conv");
    }

    @Test
    void aTruncatedModelIsRefusedWhereverItIsCut() throws Exception {
        final byte[] whole = OnnxBuilder.plain().build().toByteArray();
        for (int length = 0; length < whole.length; length++) {
            final Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut)).as("cut after %d bytes", length).isInstanceOf(InvalidNetworkException.class)
                    .hasMessageContaining("cut.onnx");
        }
    }

    /** Whatever single bytes are changed, reading ends, with a network or with one sentence. */
    @Test
    void damagedBytesNeverDoMoreThanRefuseTheModel() throws Exception {
        final byte[] whole = everything().build().toByteArray();
        final Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            final byte[] mutant = whole.clone();
            for (int change = 0; change <= i % 3; change++) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }
            final Path file = Files.write(folder.resolve("mutant.onnx"), mutant);
            try {
                read(file);
            } catch (final InvalidNetworkException e) {
                assertThat(e).hasMessageContaining("mutant.onnx").hasMessageNotContaining("\n");
            }
        }
    }

    /** One of many kinds of nodes. */
    private static OnnxBuilder everything() {
        return new OnnxBuilder().input("x", 0, 4, 6, 6).weights("w", List.of(4, 2, 3, 3), new float[72])
                .weights("b", List.of(4), 1, 2, 3, 4).integers("halves", 2, 2).integers("axes", 2, 3).integers("groups", 0, 2, 2, 6, 6)
                .integers("back", 0, 4, 6, 6).weights("scales", List.of(4), 1, 1, 2, 2).weights("none", List.of(0))
                .node("conv", "Conv", List.of("x", "w", "b"), OnnxBuilder.ints("pads", 1, 1, 1, 1), OnnxBuilder.number("group", 2))
                .node("norm", "BatchNormalization", List.of("conv:0", "b", "b", "b", "b"))
                .node("groups", "Reshape", List.of("norm:0", "groups"))
                .node("turn", "Transpose", List.of("groups:0"), OnnxBuilder.ints("perm", 0, 2, 1, 3, 4))
                .node("back", "Reshape", List.of("turn:0", "back"))
                .node("pool", "MaxPool", List.of("back:0"), OnnxBuilder.ints("kernel_shape", 3, 3), OnnxBuilder.ints("strides", 2, 2),
                        OnnxBuilder.number("ceil_mode", 1))
                .node("resize", "Resize", List.of("pool:0", "none", "scales"))
                .node(NodeProto.newBuilder().setName("split").setOpType("Split").addInput("resize:0").addInput("halves").addOutput("a")
                        .addOutput("c"), OnnxBuilder.number("axis", 1))
                .node("concat", "Concat", List.of("c", "a"), OnnxBuilder.number("axis", 1))
                .node("shape", "Shape", List.of("concat:0"))
                .node("slice", "Slice", List.of("shape:0", "axes", "back", "axes"))
                .node("mean", "ReduceMean", List.of("concat:0"), OnnxBuilder.ints("axes", 2, 3))
                .node("flat", "Flatten", List.of("mean:0")).node("class", "Gemm", List.of("flat:0", "square", "b"))
                .weights("square", List.of(4, 4), new float[16]).node("prob", "Softmax", List.of("class:0")).output("prob:0");
    }

    private Path write(final String name, final ModelProto model) throws Exception {
        return Files.write(folder.resolve(name), model.toByteArray());
    }

    private static NetworkGraph read(final Path file) throws InvalidNetworkException {
        return new NetworkReader().read(file, Optional.empty());
    }

    private void assertRefused(final OnnxBuilder model, final String reason) {
        assertRefused(model.output("a:0").write(folder.resolve("m.onnx")), reason);
    }

    private static void assertRefused(final Path file, final String reason) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidNetworkException.class).hasMessageContaining(file.getFileName().toString())
                .hasMessageContaining(reason).hasMessageNotContaining("\n");
    }
}
