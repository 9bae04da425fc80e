package org.filterscope.engine.onnx.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataLocation;
import onnx.Onnx.TensorProto.DataType;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Operator.Convolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights in all the ways that ONNX has for them; those of the tests are exact in every type. */
class OnnxWeightsTest {
    private static final List<Integer> DIMS = List.of(1, 2, 1, 1);

    @TempDir
    Path folder;

    @Test
    void everyTypeOfRealNumbersBecomesFloat32() throws Exception {
        assertRead(OnnxBuilder.raw("w", DataType.FLOAT, DIMS, OnnxBuilder.floats(1.5f, -2)));
        assertRead(OnnxBuilder.typed("w", DataType.FLOAT, DIMS).addFloatData(1.5f).addFloatData(-2));
        assertRead(OnnxBuilder.typed("w", DataType.DOUBLE, DIMS).addDoubleData(1.5).addDoubleData(-2));
        assertRead(OnnxBuilder.raw("w", DataType.DOUBLE, DIMS,
                ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putDouble(1.5).putDouble(-2).array()));
        assertRead(OnnxBuilder.typed("w", DataType.FLOAT16, DIMS).addInt32Data(0x3E00).addInt32Data(0xC000));
        assertRead(OnnxBuilder.raw("w", DataType.FLOAT16, DIMS, (byte) 0, (byte) 0x3E, (byte) 0, (byte) 0xC0));
        assertRead(OnnxBuilder.typed("w", DataType.BFLOAT16, DIMS).addInt32Data(0x3FC0).addInt32Data(0xC000));
        assertRead(OnnxBuilder.raw("w", DataType.BFLOAT16, DIMS, (byte) 0xC0, (byte) 0x3F, (byte) 0, (byte) 0xC0));
        assertRefused(OnnxBuilder.typed("w", DataType.STRING, DIMS), "the weights 'w' are of the type STRING, which is not supported");
    }

    @Test
    void weightsBesideTheModelAreReadFromItsOwnDirectory() throws Exception {
        Files.write(folder.resolve("model.data"), OnnxBuilder.floats(9, 1.5f, -2, 9));
        Files.createDirectory(folder.resolve("below"));
        Files.write(folder.resolve("below/model.data"), OnnxBuilder.floats(1.5f, -2));
        assertRead(external("location", "model.data", "offset", "4", "length", "8"));
        assertRead(external("location", "below/model.data"));
        assertRefused(external("location", "model.data"), "have the shape [1, 2, 1, 1], but the file has 4 values for them");
        assertRefused(external("location", "model.data", "offset", "12", "length", "8"),
                "are said to be 8 bytes from byte 12 on in 'model.data', which has 16 bytes");
        assertRefused(external("location", "model.data", "offset", "-4"), "are said to be 20 bytes from byte -4 on");
        assertRefused(external("location", "model.data", "offset", "much"), "have the offset 'much', which is no number");
        assertRefused(external("location", "none.data"), "should lie in the file 'none.data' beside the model, which is not there");
    }

    @Test
    void filesOutsideTheModelsDirectoryAreNeverOpened() throws Exception {
        final Path outside = Files.write(folder.resolve("secret.data"), OnnxBuilder.floats(1.5f, -2));
        final Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link.data"), outside);
        Files.createSymbolicLink(inside.resolve("linked"), folder);
        for (final String location : List.of("../secret.data", "..\\secret.data", outside.toString(), "", "link.data", "linked/secret.data",
                "a/../../secret.data", "\0")) {
            final Path file = model(external("location", location)).write(inside.resolve("m.onnx"));
            assertThatThrownBy(() -> read(file)).as(location).isInstanceOf(InvalidNetworkException.class)
                    .hasMessageContaining("only files in the model's directory are opened");
        }
    }

    private static TensorProto.Builder external(final String... entries) {
        final TensorProto.Builder tensor = OnnxBuilder.typed("w", DataType.FLOAT, DIMS).setDataLocation(DataLocation.EXTERNAL);
        for (int i = 0; i < entries.length; i += 2) {
            tensor.addExternalData(StringStringEntryProto.newBuilder().setKey(entries[i]).setValue(entries[i + 1]));
        }
        return tensor;
    }

    private static OnnxBuilder model(final TensorProto.Builder weights) {
        return new OnnxBuilder().input("x", 1, 2, 1, 1).tensor(weights).node("conv", "Conv", List.of("x", "w")).output("conv:0");
    }

    private void assertRead(final TensorProto.Builder weights) throws Exception {
        final Path file = model(weights).write(folder.resolve("m.onnx"));
        assertThat(((Convolution) read(file)).weights().values()).containsExactly(1.5f, -2);
    }

    private void assertRefused(final TensorProto.Builder weights, final String reason) {
        final Path file = model(weights).write(folder.resolve("m.onnx"));
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidNetworkException.class).hasMessageContaining("m.onnx")
                .hasMessageContaining(reason);
    }

    private static Object read(final Path file) throws InvalidNetworkException {
        return new NetworkReader().read(file, Optional.empty()).output().operator();
    }
}
