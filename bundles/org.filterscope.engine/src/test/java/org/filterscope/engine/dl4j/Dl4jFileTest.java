package org.filterscope.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscope.engine.dl4j.Refusals.assertRefused;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.read.UnsupportedLayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, hostile or no models are refused in one sentence; nothing else is thrown. */
class Dl4jFileTest {
    private static final String MAPS = "{\"feedForwardToCnn\": {\"inputHeight\": 2, \"inputWidth\": 2, \"numChannels\": 1}}";
    private static final String PLAIN = "\"nin\": 1, \"nout\": 1, \"kernelSize\": [1, 1], \"activationFn\": {\"Identity\": {}}";
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void missingEntriesAreTold() {
        assertRefused(new Dl4jZip().coefficients(1, 2).write(folder.resolve("a.zip")),
                "holds no Deeplearning4j model (no configuration.json)");
        assertRefused(plain().write(folder.resolve("b.zip")), "the model has no weights (no coefficients.bin)");
    }

    @Test
    void theNumberOfWeightsMustFit() {
        assertRefused(plain().coefficients(1).write(folder.resolve("few.zip")), "layer 'layer0' wants 1 weights, but the file has only 0");
        assertRefused(plain().coefficients(1, 2, 3).write(folder.resolve("many.zip")), "the file has 3 weights, the layers take 2");
        assertRefused(plain().entry("coefficients.bin", Dl4jZip.array(false, 1L << 40, 1, 2)).write(folder.resolve("lie.zip")),
                "claim to be 1099511627776 values, more than the file can hold");
        assertRefused(plain().entry("coefficients.bin", Dl4jZip.array(true, -1, 1, 2)).write(folder.resolve("negative.zip")),
                "claim to be -1 values");
        assertRefused(new Dl4jZip().preprocessor(MAPS)
                .oldLayer("convolution", "\"nin\": 1, \"nout\": 2000000000, \"kernelSize\": [2000000000, 2000000000], "
                        + "\"activationFn\": {\"Identity\": {}}")
                .coefficients(1, 2).write(folder.resolve("huge.zip")), "layer0");
    }

    @Test
    void anEntryThatGrowsOutOfProportionIsNotUnpacked() {
        final byte[] blanks = new byte[8 * MEBIBYTE];
        Arrays.fill(blanks, (byte) ' ');
        assertRefused(new Dl4jZip().entry("configuration.json", blanks).write(folder.resolve("text.zip")),
                "configuration.json claims to grow");
        final byte[] zeros = Dl4jZip.array(false, 2 * MEBIBYTE, new float[2 * MEBIBYTE]);
        assertRefused(plain().entry("coefficients.bin", zeros).write(folder.resolve("zeros.zip")), "coefficients.bin claims to grow");
    }

    @Test
    void moreEntriesThanAModelHasAreRefused() {
        final Dl4jZip zip = plain().coefficients(1, 2);
        for (int i = 0; i < 1000; i++) {
            zip.entry("entry" + i, new byte[0]);
        }
        assertRefused(zip.write(folder.resolve("many.zip")), "the zip has 1002 entries; a model has a handful");
    }

    /** In the table of the zip, where the sizes stand behind a signature: packed, then unpacked. */
    @Test
    void anEntryThatClaimsToTakeMoreThanTheFileHasIsRefused() throws Exception {
        final ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(plain().coefficients(1, 2).write(folder.resolve("whole.zip"))))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 46 < zip.limit(); at++) {
            if (zip.getInt(at) == 0x02014b50) {
                zip.putInt(at + 20, 1 << 30).putInt(at + 24, 1 << 30);
            }
        }
        assertRefused(Files.write(folder.resolve("claims.zip"), zip.array()), "claims to take 1073741824 bytes of a file of " + zip.limit());
    }

    @Test
    void descriptionsThatAreNoneAreRefused() {
        assertRefused(new Dl4jZip().graph("[".repeat(MEBIBYTE / 4)).coefficients(1).write(folder.resolve("deep.zip")), "is damaged");
        assertRefused(new Dl4jZip().graph("{\"confs\": [{}]}").coefficients(1).write(folder.resolve("empty.zip")), "is damaged");
        assertRefused(new Dl4jZip().graph("{\"confs\": 5}").coefficients(1).write(folder.resolve("five.zip")), "is damaged");
        assertRefused(new Dl4jZip().graph("{\"a\": 5}").coefficients(1).write(folder.resolve("other.zip")),
                "neither a MultiLayerNetwork nor");
        final String loop = graph("\"a\": {\"MergeVertex\": {}}, \"b\": {\"MergeVertex\": {}}", "\"a\": [\"in\", \"b\"], \"b\": [\"a\"]");
        assertRefused(new Dl4jZip().graph(loop).coefficients(1).write(folder.resolve("loop.zip")), "form a loop");
        assertRefused(new Dl4jZip().graph(graph("\"a\": {\"MergeVertex\": {}}", "\"a\": [\"nowhere\"]")).coefficients(1)
                .write(folder.resolve("nowhere.zip")), "takes 'nowhere', which is not described");
    }

    @Test
    void everyUnsupportedLayerIsNamedWithKindAndReason() {
        final Path file = plain().oldLayer("gravesLSTM", "\"layerName\": \"memory\"").oldLayer("dense", "\"nin\": 4, \"nout\": 1")
                .layer("com.example.DenseLayer", "\"layerName\": \"mine\"").coefficients(1, 2).write(folder.resolve("m.zip"));
        assertThatThrownBy(() -> new NetworkReader().read(file, Optional.empty())).isInstanceOfSatisfying(UnsupportedLayerException.class,
                e -> assertThat(e.refusals().stream().map(r -> r.layer() + " " + r.kind())).containsExactly("memory gravesLSTM",
                        "mine com.example.DenseLayer"))
                .hasMessageContaining("m.zip: layer 'memory' (gravesLSTM): layers of this kind are not supported")
                .hasMessageContaining("and 1 more");
    }

    @Test
    void aTruncatedModelIsRefusedWhereverItIsCut() throws Exception {
        final byte[] whole = Files.readAllBytes(plain().coefficients(1, 2).write(folder.resolve("whole.zip")));
        for (int length = 4; length < whole.length; length++) {
            final Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new NetworkReader().read(cut, Optional.empty())).as("cut after %d bytes", length)
                    .isInstanceOf(InvalidNetworkException.class).hasMessageContaining("cut.zip");
        }
    }

    /** Whatever bit is wrong, the model is refused or has the weights that it had. */
    @Test
    void aDamagedByteNeverGivesOtherWeights() throws Exception {
        final byte[] whole = Files.readAllBytes(plain().coefficients(1, 2).write(folder.resolve("whole.zip")));
        for (int position = 4; position < whole.length; position++) {
            final byte[] damaged = whole.clone();
            damaged[position] ^= 0x10;
            final Path file = Files.write(folder.resolve("damaged.zip"), damaged);
            try {
                final Operator last = new NetworkReader().read(file, Optional.empty()).output().operator();
                assertThat(last).isInstanceOfSatisfying(Convolution.class, convolution -> {
                    assertThat(convolution.bias().values()).containsExactly(1);
                    assertThat(convolution.weights().values()).containsExactly(2);
                });
            } catch (final InvalidNetworkException e) {
                assertThat(e).hasMessageContaining("damaged.zip");
            }
        }
    }

    private static Dl4jZip plain() {
        return new Dl4jZip().preprocessor(MAPS).oldLayer("convolution", PLAIN);
    }

    private static String graph(final String vertices, final String inputs) {
        return "{\"networkInputs\": [\"in\"], \"networkOutputs\": [\"a\"], \"vertices\": {%s}, \"vertexInputs\": {%s}}"
                .formatted(vertices, inputs);
    }
}
