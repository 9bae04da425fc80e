package org.filterscope.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.OperatorWeights;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.write.Changes;
import org.filterscope.engine.write.ModelCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of Deeplearning4j models with other weights. */
class Dl4jCopyTest {
    private static final String IDENTITY = "\"activationFn\": {\"@class\": \"org.nd4j.linalg.activations.impl.ActivationIdentity\"}";
    private static final String MAPS = "{\"@class\": \"org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor\","
            + " \"inputHeight\": 1, \"inputWidth\": 2, \"numChannels\": 2}";
    private static final String FLATTEN = "{\"@class\": \"org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor\","
            + " \"inputHeight\": 1, \"inputWidth\": 2, \"numChannels\": 2, \"format\": \"NCHW\"}";

    @TempDir
    Path folder;

    @Test
    void weightsAndBiasesFindTheirPlacesAndTheRestOfTheZipStays() throws Exception {
        final byte[] remark = {1, 2, 3};
        final Path file = model().coefficients(0.5f, 0.25f, 1, 10, 100, 1000, 2, 3, 4, 5, 6).entry("updaterState.bin", remark)
                .write(folder.resolve("m.zip"));
        final NetworkGraph graph = read(file);
        final Path copy = folder.resolve("copy.zip");
        // The second of four, in the order of the file, too.
        new ModelCopy(file, Optional.empty()).write(Changes.bias(Changes.weight(graph, "layer1", 1, -7), "layer0", 0, 8), copy);
        assertThat(weights(read(copy), "layer0", 0)).containsExactly(1, 10, 100, 1000);
        assertThat(weights(read(copy), "layer0", 1)).containsExactly(8, 0.25f);
        assertThat(weights(read(copy), "layer1", 0)).containsExactly(weights(Changes.weight(graph, "layer1", 1, -7), "layer1", 0));
        try (ZipFile before = new ZipFile(file.toFile()); ZipFile after = new ZipFile(copy.toFile())) {
            assertThat(after.stream().map(Object::toString)).containsExactlyElementsOf(before.stream().map(Object::toString).toList());
            assertThat(after.getInputStream(after.getEntry("updaterState.bin")).readAllBytes()).isEqualTo(remark);
            assertThat(after.getInputStream(after.getEntry("configuration.json")).readAllBytes())
                    .isEqualTo(before.getInputStream(before.getEntry("configuration.json")).readAllBytes());
        }
    }

    @Test
    void theOldFormatOfTheCoefficientsStaysOld() throws Exception {
        final Path file = folder.resolve("m.zip");
        model().oldCoefficients(0.5f, 0.25f, 1, 10, 100, 1000, 2, 3, 4, 5, 6).write(file);
        final Path copy = folder.resolve("copy.zip");
        new ModelCopy(file, Optional.empty()).write(Changes.bias(read(file), "layer1", 0, 9), copy);
        assertThat(entry(copy)).isEqualTo(Dl4jZip.array(true, 11, 0.5f, 0.25f, 1, 10, 100, 1000, 2, 3, 4, 5, 9));
    }

    /** Each flipped bit of the zip is told in one sentence or leaves the weights that were wanted. */
    @Test
    void damagedModelsAreCopiedOrRefusedWithOneSentence() throws Exception {
        final byte[] whole = Files.readAllBytes(model().coefficients(0.5f, 0.25f, 1, 10, 100, 1000, 2, 3, 4, 5, 6).write(folder.resolve("m.zip")));
        final NetworkGraph wanted = Changes.bias(read(folder.resolve("m.zip")), "layer0", 0, 9);
        final Path place = Files.createDirectory(folder.resolve("place"));
        final Path copy = place.resolve("copy.zip");
        for (int position = 4; position < whole.length; position++) {
            final byte[] damaged = whole.clone();
            damaged[position] ^= 0x10;
            final Path file = Files.write(folder.resolve("damaged.zip"), damaged);
            try {
                new ModelCopy(file, Optional.empty()).write(wanted, copy);
                assertThat(weights(read(copy), "layer0", 1)).containsExactly(9, 0.25f);
                Files.delete(copy);
            } catch (final InvalidInputException e) {
                assertThat(e.getMessage()).doesNotContain("\n").containsAnyOf("damaged.zip", "copy.zip");
            } catch (final IllegalArgumentException e) {
                assertThat(e).hasMessage("the networks do not have the same layers");
            }
            assertThat(place).isEmptyDirectory();
        }
    }

    @Test
    void anotherNetworkCannotBeWritten() throws Exception {
        final Path file = model().coefficients(0.5f, 0.25f, 1, 10, 100, 1000, 2, 3, 4, 5, 6).write(folder.resolve("m.zip"));
        final Path other = new Dl4jZip().preprocessor(MAPS).layer("ConvolutionLayer", "\"nin\": 2, \"nout\": 1, \"kernelSize\": [1, 1], " + IDENTITY)
                .coefficients(1, 2, 3).write(folder.resolve("other.zip"));
        final NetworkGraph smaller = read(other);
        assertThatThrownBy(() -> new ModelCopy(file, Optional.empty()).check(smaller)).isInstanceOf(IllegalArgumentException.class);
    }

    /** A convolution with its bias first, a dense layer on channels-last maps with its biases last. */
    private static Dl4jZip model() {
        return new Dl4jZip().preprocessor(MAPS)
                .layer("ConvolutionLayer", "\"nin\": 2, \"nout\": 2, \"kernelSize\": [1, 1], " + IDENTITY)
                .preprocessor(FLATTEN).layer("OutputLayer", "\"nin\": 4, \"nout\": 1, " + IDENTITY);
    }

    private static byte[] entry(final Path file) throws Exception {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getInputStream(zip.getEntry("coefficients.bin")).readAllBytes();
        }
    }

    private static NetworkGraph read(final Path file) throws Exception {
        return new NetworkReader().read(file, Optional.empty());
    }

    private static float[] weights(final NetworkGraph graph, final String layer, final int number) {
        final Tensor tensor = OperatorWeights.of(graph.node(layer).orElseThrow().operator()).get(number);
        return tensor.values();
    }
}
