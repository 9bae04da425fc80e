package org.filterscope.engine.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import onnx.Onnx.NodeProto;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxReaderTest {

    @TempDir
    Path folder;

    @Test
    void anOpenSizeTakesTheConfiguredOneAndAFixedSizeMustAgree() throws Exception {
        final OnnxBuilder open = new OnnxBuilder().input("x", 0, 3, 0, 0).node("r", "Relu", List.of("x")).output("r:0");
        assertThat(read(open, Optional.of(new Size(5, 7))).input()).isEqualTo(new Shape(3, 5, 7));
        assertRefused(open, Optional.empty(), "leaves the size of its input 'x' open; give it: 'input: { size: [rows, columns] }'");
        final OnnxBuilder fixed = new OnnxBuilder().input("x", 0, 3, 5, 7).node("r", "Relu", List.of("x")).output("r:0");
        assertRefused(fixed, Optional.of(new Size(5, 8)), "the model's input has 7 pixels along one side");
        assertRefused(new OnnxBuilder().input("x", 0, 0, 5, 7).node("c", "Relu", List.of("x")).output("c:0"), Optional.empty(),
                "leaves its number of channels open");
    }

    /** Thirteen bands are no colours: only the transposition tells. */
    @Test
    void picturesWithChannelsLastAreKnownByWhatIsDoneToThem() throws Exception {
        assertThat(read(new OnnxBuilder().input("x", 0, 13, 13, 13).node("f", "Transpose", List.of("x"), OnnxBuilder.ints("perm", 0, 3, 1, 2))
                .node("r", "Relu", List.of("f:0")).output("r:0"), Optional.empty()).nodes()).hasSize(2);
        assertThat(read(new OnnxBuilder().input("x", 0, 8, 9, 13).node("f", "Transpose", List.of("x"), OnnxBuilder.ints("perm", 0, 3, 1, 2))
                .node("r", "GlobalMaxPool", List.of("f:0")).output("r:0"), Optional.empty()).input()).isEqualTo(new Shape(13, 8, 9));
        assertThat(read(new OnnxBuilder().input("x", 0, 8, 9, 3).node("r", "Relu", List.of("x")).output("r:0"), Optional.empty()).input())
                .isEqualTo(new Shape(3, 8, 9));
    }

    @Test
    void whatIsOnlyDescribedInAnotherWayMakesNoLayer() throws Exception {
        final NetworkGraph graph = read(new OnnxBuilder().input("x", 0, 2, 4, 4).node("first", "Identity", List.of("x"))
                .node("a", "Transpose", List.of("first:0"), OnnxBuilder.ints("perm", 0, 2, 3, 1)).node("r", "Relu", List.of("a:0"))
                .node("b", "Transpose", List.of("r:0"), OnnxBuilder.ints("perm", 0, 3, 1, 2))
                .node("p", "GlobalMaxPool", List.of("b:0")).output("p:0"), Optional.empty());
        assertThat(names(graph)).containsExactly("x", "r", "p");
    }

    @Test
    void aBiasAddedByANodeOfItsOwnBelongsToTheLayer() throws Exception {
        final NetworkGraph graph = read(new OnnxBuilder().input("x", 0, 2).weights("w", List.of(2, 3), 1, 2, 3, 4, 5, 6)
                .weights("b", List.of(3), 7, 8, 9).node("m/fc/MatMul", "MatMul", List.of("x", "w"))
                .node("m/fc/BiasAdd", "Add", List.of("b", "m/fc/MatMul:0")).node("m/prob/Softmax", "Softmax", List.of("m/fc/BiasAdd:0"))
                .output("m/prob/Softmax:0"), Optional.empty());
        assertThat(names(graph)).containsExactly("x", "fc", "prob");
        assertThat(graph.logits().operator()).isInstanceOfSatisfying(Dense.class, dense -> {
            assertThat(dense.weights().values()).containsExactly(1, 4, 2, 5, 3, 6);
            assertThat(dense.bias().values()).containsExactly(7, 8, 9);
        });
    }

    @Test
    void aSumThatIsLookedAtBeforeItsBiasKeepsItsOwnLayer() throws Exception {
        assertThat(names(read(new OnnxBuilder().input("x", 0, 2).weights("w", List.of(2, 2), 1, 2, 3, 4).weights("b", List.of(2), 7, 8)
                .node("mul", "MatMul", List.of("x", "w")).node("bias", "Add", List.of("mul:0", "b"))
                .node("both", "Mul", List.of("mul:0", "bias:0")).output("both:0"), Optional.empty()))).containsExactly("x", "mul", "bias", "both");
    }

    /** Two groups of three: 0 1 2 and 3 4 5 become 0 3 1 4 2 5. */
    @Test
    void aChannelShuffleIsASelectionOfChannels() throws Exception {
        final NetworkGraph graph = read(new OnnxBuilder().input("x", 0, 6, 2, 2).integers("groups", -1, 2, 3, 2, 2).integers("whole", -1, 6, 2, 2)
                .node("g", "Reshape", List.of("x", "groups")).node("t", "Transpose", List.of("g:0"), OnnxBuilder.ints("perm", 0, 2, 1, 3, 4))
                .node("shuffle", "Reshape", List.of("t:0", "whole")).node("r", "MaxPool", List.of("shuffle:0"),
                        OnnxBuilder.ints("kernel_shape", 1, 1)).output("r:0"), Optional.empty());
        assertThat(names(graph)).containsExactly("x", "shuffle", "r");
        assertThat(graph.node("shuffle").orElseThrow().operator()).isEqualTo(new ChannelSelection(List.of(0, 3, 1, 4, 2, 5)));
    }

    @Test
    void aGeluThatIsSpelledOutIsOneLayer() throws Exception {
        final NetworkGraph graph = read(new OnnxBuilder().input("x", 0, 2, 2, 2).weights("root", List.of(), (float) Math.sqrt(2))
                .weights("one", List.of(), 1).weights("half", List.of(), 0.5f)
                .node("/act/Div", "Div", List.of("x", "root")).node("/act/Erf", "Erf", List.of("/act/Div:0"))
                .node("/act/Add", "Add", List.of("/act/Erf:0", "one")).node("/act/Mul", "Mul", List.of("x", "/act/Add:0"))
                .node("/act/Mul_1", "Mul", List.of("/act/Mul:0", "half")).output("/act/Mul_1:0"), Optional.empty());
        assertThat(graph.output()).isEqualTo(new Node("act", new Activation(Function.GELU), List.of("x")));
    }

    @Test
    void aMaximumWhosePlacesAreAskedForIsRefused() {
        assertRefused(new OnnxBuilder().input("x", 0, 2, 4, 4)
                .node(NodeProto.newBuilder().setName("p").setOpType("MaxPool").addInput("x").addOutput("p:0").addOutput("places"),
                        OnnxBuilder.ints("kernel_shape", 2, 2))
                .node("c", "Cast", List.of("places"), OnnxBuilder.number("to", 1)).node("s", "Add", List.of("p:0", "c:0")).output("s:0"),
                Optional.empty(), "layer 'p' (MaxPool): only its first output is supported");
    }

    @Test
    void whatMixesImagesIsRefused() {
        assertRefused(one("Transpose", OnnxBuilder.ints("perm", 1, 0, 2, 3)), "moves the dimension of the images");
        assertRefused(one("Flatten", OnnxBuilder.number("axis", 2)), "only whole images can be flattened");
        assertRefused(one("ReduceMean", OnnxBuilder.ints("axes", 0, 2)), "it works across images");
        assertRefused(one("ReduceMean", OnnxBuilder.ints("axes", 1)), "over other dimensions than the rows and columns together");
        assertRefused(one("Softmax", OnnxBuilder.number("axis", 3)), "a softmax over positions is not supported");
        assertRefused(one("Concat", OnnxBuilder.number("axis", 2)), "it joins maps side by side");
        assertRefused(one("Resize", OnnxBuilder.text("mode", "cubic")), "one for each of 4 dimensions");
        assertRefused(one("MaxPool", OnnxBuilder.ints("kernel_shape", 9, 9)), "a 9 × 9 kernel does not fit a map of 4 × 4");
        assertRefused(one("Conv"), "its input 1 is missing");
        assertRefused(one("Gelu", OnnxBuilder.text("approximate", "tanh")), "the approximation 'tanh' is not supported");
    }

    private static OnnxBuilder one(final String operator, final onnx.Onnx.AttributeProto... settings) {
        return new OnnxBuilder().input("x", 0, 2, 4, 4).node("it", operator, List.of("x"), settings).output("it:0");
    }

    private NetworkGraph read(final OnnxBuilder model, final Optional<Size> size) throws InvalidNetworkException {
        return new NetworkReader().read(model.write(folder.resolve("m.onnx")), size);
    }

    private void assertRefused(final OnnxBuilder model, final String reason) {
        assertRefused(model, Optional.empty(), reason);
    }

    private void assertRefused(final OnnxBuilder model, final Optional<Size> size, final String reason) {
        assertThatThrownBy(() -> read(model, size)).isInstanceOf(InvalidNetworkException.class).hasMessageContaining("m.onnx")
                .hasMessageContaining(reason);
    }

    private static List<String> names(final NetworkGraph graph) {
        return graph.nodes().stream().map(Node::name).toList();
    }
}
