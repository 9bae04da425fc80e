package org.filterscope.engine.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataLocation;
import onnx.Onnx.TensorProto.DataType;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.write.Changes;
import org.filterscope.engine.write.ModelCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of ONNX models with other weights: the same bytes but for those of the weights. */
class OnnxCopyTest {
    private static final List<Integer> DIMS = List.of(1, 2, 1, 1);

    @TempDir
    Path folder;

    @Test
    void aWeightIsReplacedWhereverItsValuesLieSideBySide() throws Exception {
        assertReplaced(OnnxBuilder.raw("w", DataType.FLOAT, DIMS, OnnxBuilder.floats(1.5f, -2)), 4);
        assertReplaced(OnnxBuilder.typed("w", DataType.FLOAT, DIMS).addFloatData(1.5f).addFloatData(-2), 4);
        assertReplaced(OnnxBuilder.typed("w", DataType.DOUBLE, DIMS).addDoubleData(1.5).addDoubleData(-2), 8);
        assertReplaced(OnnxBuilder.raw("w", DataType.DOUBLE, DIMS,
                ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putDouble(1.5).putDouble(-2).array()), 8);
        assertReplaced(OnnxBuilder.raw("w", DataType.FLOAT16, DIMS, (byte) 0, (byte) 0x3E, (byte) 0, (byte) 0xC0), 2);
        assertReplaced(OnnxBuilder.raw("w", DataType.BFLOAT16, DIMS, (byte) 0xC0, (byte) 0x3F, (byte) 0, (byte) 0xC0), 2);
    }

    @Test
    void whatCannotBeOverwrittenIsRefused() throws Exception {
        assertRefused(model(OnnxBuilder.typed("w", DataType.FLOAT16, DIMS).addInt32Data(0x3E00).addInt32Data(0xC000)));
        Files.write(folder.resolve("model.data"), OnnxBuilder.floats(1.5f, -2));
        assertRefused(model(OnnxBuilder.typed("w", DataType.FLOAT, DIMS).setDataLocation(DataLocation.EXTERNAL)
                .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue("model.data"))));
    }

    /** Half precision has ten bits behind the point. */
    @Test
    void aWeightIsAsPreciseAsTheFileStoresIt() throws Exception {
        final Path file = model(OnnxBuilder.raw("w", DataType.FLOAT16, DIMS, (byte) 0, (byte) 0x3E, (byte) 0, (byte) 0xC0))
                .write(folder.resolve("m.onnx"));
        final NetworkGraph written = new ModelCopy(file, Optional.empty()).write(Changes.weight(read(file), "conv", 1, 1 + 1 / 1024f + 1 / 8192f),
                folder.resolve("copy.onnx"));
        assertThat(kernel(written)).containsExactly(1.5f, 1 + 1 / 1024f);
    }

    /** {@code x times w}: the file has inputs in rows, we have outputs in rows. The bias has the values of a scale that must not be touched. */
    @Test
    void transposedWeightsAndEqualConstantsAreToldApart() throws Exception {
        final Path file = new OnnxBuilder().input("x", 1, 2).weights("w", List.of(2, 3), 1, 2, 3, 10, 20, 30).weights("other", List.of(3), 5, 5, 5)
                .weights("b", List.of(3), 5, 5, 5).node("scaled", "MatMul", List.of("x", "w")).node("sum", "Add", List.of("scaled:0", "b"))
                .node("twice", "Mul", List.of("sum:0", "other")).output("twice:0").write(folder.resolve("m.onnx"));
        final NetworkGraph graph = read(file);
        final String dense = graph.nodes().stream().filter(node -> node.operator() instanceof Dense).findFirst().orElseThrow().name();
        final Path copy = folder.resolve("copy.onnx");
        new ModelCopy(file, Optional.empty()).write(Changes.bias(Changes.weight(graph, dense, 1, 11), dense, 2, 6), copy);
        final Dense found = (Dense) read(copy).node(dense).orElseThrow().operator();
        assertThat(found.weights().values()).containsExactly(1, 11, 2, 20, 3, 30);
        assertThat(found.bias().values()).containsExactly(5, 5, 6);
        assertThat(Changes.differing(file, copy)).isBetween(2, 2 * Float.BYTES);
    }

    @Test
    void weightsThatTwoNodesUseAreNotChangedForOne() throws Exception {
        final Path file = new OnnxBuilder().input("x", 1, 1, 1, 1).weights("w", List.of(1, 1, 1, 1), 3).node("one", "Conv", List.of("x", "w"))
                .node("two", "Conv", List.of("one:0", "w")).output("two:0").write(folder.resolve("m.onnx"));
        assertThatThrownBy(() -> new ModelCopy(file, Optional.empty()).check(Changes.weight(read(file), "one", 0, 4)))
                .isInstanceOf(InvalidNetworkException.class).hasMessageContaining("layer 'two' uses weights that are changed for another layer, too");
    }

    @Test
    void damagedModelsAreCopiedOrRefusedWithOneSentence() throws Exception {
        final byte[] whole = Files.readAllBytes(OnnxBuilder.plain().write(folder.resolve("m.onnx")));
        final NetworkGraph wanted = Changes.weight(read(folder.resolve("m.onnx")), "conv", 0, 9);
        final Random random = new Random(3);
        final Path place = Files.createDirectory(folder.resolve("place"));
        for (int i = 0; i < 2000; i++) {
            final byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            final Path broken = Files.write(folder.resolve("broken.onnx"), damaged);
            try {
                assertThat(kernel(new ModelCopy(broken, Optional.empty()).write(wanted, place.resolve("copy.onnx")))).contains(9);
                Files.delete(place.resolve("copy.onnx"));
            } catch (final InvalidInputException e) {
                assertThat(e.getMessage()).contains("broken.onnx").doesNotContain("\n");
            } catch (final IllegalArgumentException e) {
                assertThat(e).hasMessage("the networks do not have the same layers");
            }
            assertThat(place).isEmptyDirectory();
        }
    }

    private void assertReplaced(final TensorProto.Builder weights, final int bytes) throws Exception {
        final Path file = model(weights).write(folder.resolve("m.onnx"));
        final Path copy = folder.resolve("copy.onnx");
        final NetworkGraph written = new ModelCopy(file, Optional.empty()).write(Changes.weight(read(file), "conv", 1, 0.75f), copy);
        assertThat(kernel(written)).containsExactly(1.5f, 0.75f);
        assertThat(kernel(read(file))).containsExactly(1.5f, -2);
        assertThat(Changes.differing(file, copy)).isBetween(1, bytes);
    }

    private void assertRefused(final OnnxBuilder model) throws Exception {
        final Path file = model.write(folder.resolve("m.onnx"));
        assertThatThrownBy(() -> new ModelCopy(file, Optional.empty()).check(Changes.weight(read(file), "conv", 1, 0.75f)))
                .isInstanceOf(InvalidNetworkException.class)
                .hasMessageContaining("the weights of layer 'conv' are not stored as such in the file");
    }

    private static OnnxBuilder model(final TensorProto.Builder weights) {
        return new OnnxBuilder().input("x", 1, 2, 1, 1).tensor(weights).node("conv", "Conv", List.of("x", "w")).output("conv:0");
    }

    private static NetworkGraph read(final Path file) throws Exception {
        return new NetworkReader().read(file, Optional.empty());
    }

    private static float[] kernel(final NetworkGraph graph) {
        return ((Convolution) graph.node("conv").orElseThrow().operator()).weights().values();
    }
}
