package org.filterscope.engine.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import onnx.Onnx.NodeProto;
import onnx.Onnx.StringStringEntryProto;
import org.junit.jupiter.api.Test;
import org.nd4j.shade.protobuf.UnknownFieldSet;
import org.nd4j.shade.protobuf.UnknownFieldSet.Field;

class LayerNamesTest {

    @Test
    void pathsOfPyTorchBecomeTheNamesOfItsModules() {
        assertThat(names("/conv1/Conv", "/layer1/layer1.0/conv1/Conv", "/layer1/layer1.0/relu/Relu", "/layer1/layer1.0/relu_1/Relu",
                "/layer1/layer1.0/Add", "/features/features.1/conv/conv.0/conv.0.0/Conv", "/Flatten"))
                .containsExactly("conv1", "layer1.0.conv1", "layer1.0.relu", "layer1.0.relu_1", "layer1.0.Add", "features.1.conv.0.0", "Flatten");
    }

    @Test
    void aModuleOfSeveralOperationsKeepsTheirNames() {
        assertThat(names("/act/HardSigmoid", "/act/Mul", "/fc/Gemm")).containsExactly("act.HardSigmoid", "act.Mul", "fc");
    }

    @Test
    void pathsOfTensorFlowLoseTheNameOfTheModel() {
        assertThat(names("StatefulPartitionedCall/model/block1/Conv2D", "StatefulPartitionedCall/model/block1/Relu",
                "StatefulPartitionedCall/model/pool/MaxPool", "StatefulPartitionedCall/model/pool__12"))
                .containsExactly("block1/Conv2D", "block1/Relu", "pool", "pool__12");
    }

    @Test
    void plainNamesAndPathsWithoutOperationsStayAsTheyAre() {
        assertThat(names("squeezenet0_conv0_fwd", "Conv_12", "inception_3a/1x1", "inception_3a/relu_1x1"))
                .containsExactly("squeezenet0_conv0_fwd", "Conv_12", "inception_3a/1x1", "inception_3a/relu_1x1");
    }

    @Test
    void nodesWithoutANameGoByTheirValueOrByOperatorAndNumber() {
        final NodeProto word = NodeProto.newBuilder().setOpType("Relu").addOutput("hidden").build();
        final NodeProto number = NodeProto.newBuilder().setOpType("Relu").addOutput("117").build();
        assertThat(names(List.of(word, number))).containsExactly("hidden", "Relu_117");
    }

    @Test
    void theModuleThatTheDynamoExporterKeepsAsMetadataIsFound() {
        final StringStringEntryProto scopes = StringStringEntryProto.newBuilder().setKey("pkg.torch.onnx.name_scopes")
                .setValue("['', 'layer1', 'layer1.0', 'layer1.0.conv1', 'conv2d_1']").build();
        final NodeProto node = NodeProto.newBuilder().setName("node_conv2d_1").setOpType("Conv").addOutput("conv2d_1")
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(9, Field.newBuilder().addLengthDelimited(scopes.toByteString()).build()).build())
                .build();
        assertThat(names(List.of(node))).containsExactly("layer1.0.conv1");
    }

    @Test
    void namesInOurOwnFilesAreNamesOfLayers() {
        final NodeProto node = NodeProto.newBuilder().setName("model/block/Conv").setOpType("Conv").addOutput("y").build();
        assertThat(names(List.of(node), LayerNames.OURSELVES)).containsExactly("model/block/Conv");
    }

    @Test
    void whateverANodeIsCalledTheNameFitsATable() {
        assertThat(LayerNames.clean("a\nb\u202e")).isEqualTo("a_b_");
        assertThat(LayerNames.clean("  ")).isEqualTo("_");
        assertThat(LayerNames.clean("x".repeat(5000))).hasSize(200);
        assertThat(names("/", "//", "/x")).hasSize(3).doesNotContain("");
    }

    private static List<String> names(final String... names) {
        final List<NodeProto> nodes = new ArrayList<>();
        for (final String name : names) {
            nodes.add(NodeProto.newBuilder().setName(name).setOpType("Op").addOutput(name + ":0").build());
        }
        return names(nodes);
    }

    private static List<String> names(final List<NodeProto> nodes) {
        return names(nodes, "pytorch");
    }

    private static List<String> names(final List<NodeProto> nodes, final String producer) {
        final Set<NodeProto> layers = Collections.newSetFromMap(new IdentityHashMap<>());
        layers.addAll(nodes);
        final LayerNames names = new LayerNames(nodes, layers, producer);
        return nodes.stream().map(names::of).toList();
    }
}
