package org.filterscope.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.filterscope.engine.keras.KerasModels.arrays;
import static org.filterscope.engine.keras.KerasModels.assertRefused;
import static org.filterscope.engine.keras.KerasModels.predict;
import static org.filterscope.engine.keras.KerasModels.read;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.testkit.KerasModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KerasArchiveTest {
    private static final String DOUBLED = "{\"filters\": 1, \"kernel_size\": [1, 1], \"use_bias\": false}";

    @TempDir
    Path folder;

    /**
     * Written by Keras 3.15.1: augmentation, a frozen base with a model inside it, a second nested model, arithmetic without layers, a head.
     * The expected numbers are Keras's own, computed by JAX in float32, whose sums have another order than ours.
     */
    @ParameterizedTest
    @ValueSource(strings = {"transfer.keras", "transfer.h5"})
    void aModelForTransferLearningGivesTheNumbersOfKeras(final String name) throws Exception {
        final Path file = Path.of(KerasArchiveTest.class.getResource(name).toURI());
        final float[] image = new float[3 * 12 * 13];
        for (int i = 0; i < image.length; i++) {
            image[i] = i * 37 % 256;
        }
        assertThat(predict(file, image)).containsExactly(new float[] {0.8101982f, 0.1561097f, 0.0336921f}, within(1e-6f));
        assertThat(KerasModels.names(file)).containsExactly("input_layer_3", "augmentation/random_flip", "augmentation/random_rotation",
                "rescaling", "base/conv", "base/norm", "base/inner/re_lu", "base/inner/conv", "base/inner/separable_conv2d/depthwise",
                "base/inner/separable_conv2d", "residual/conv", "residual/add", "add_1", "relu6", "multiply", "head",
                "global_average_pooling2d", "dropout", "class/linear", "class");
    }

    /** The first layer multiplies by 2, the second by 3 and so on; Keras counts the layers of a class, whatever their names. */
    @Test
    void layersFindTheirWeightsByTheirNumber() throws Exception {
        final Map<String, String> places = Map.of("b", "layers/conv2d", "a", "layers/conv2d_1", "norm", "layers/batch_normalization");
        final Path file = model().writeArchive(folder.resolve("m.keras"), places);
        final NetworkGraph graph = read(file);
        assertThat(graph.format()).isEqualTo("Keras archive");
        assertThat(predict(file, 1)).containsExactly(new float[] {2 * 10 * 3}, within(1e-3f));
    }

    /** Versions up to 2.13 counted every layer with weights twice. */
    @Test
    void theFirstVersionsOfTheFormatAreRead() throws Exception {
        final String group = "_layer_checkpoint_dependencies/";
        assertThat(predict(model().version("2.12.0").writeArchive(folder.resolve("m.keras"),
                Map.of("b", group + "conv2d", "a", group + "conv2d_2", "norm", group + "batch_normalization")), 1))
                .containsExactly(new float[] {2 * 10 * 3}, within(1e-3f));
    }

    @Test
    void weightsOfAnotherLayerAreNotTaken() {
        assertRefused(model().writeArchive(folder.resolve("swapped.keras"),
                Map.of("a", "layers/conv2d", "b", "layers/conv2d_1", "norm", "layers/batch_normalization")),
                "the weights at the place of layer 'b' are those of 'a'");
        assertRefused(model().writeArchive(folder.resolve("missing.keras"), Map.of("b", "layers/conv2d")), "there are no weights for layer");
    }

    @ParameterizedTest
    @CsvSource({"metadata.json, no config.json", "config.json, no model.weights.h5"})
    void archivesWithoutAModelAreToldApart(final String entry, final String reason) throws Exception {
        final Path file = folder.resolve("m.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write('{');
        }
        assertRefused(file, reason);
    }

    @Test
    void anEntryThatGrowsTooMuchIsNotUnpacked() throws Exception {
        final Path file = folder.resolve("m.keras");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (final String name : List.of("config.json", "model.weights.h5")) {
                zip.putNextEntry(new ZipEntry(name));
                fill(zip, name.startsWith("config") ? 1 : 20_000);
            }
        }
        assertRefused(file, "model.weights.h5 claims to grow from");
    }

    private static void fill(final OutputStream stream, final int kilobytes) throws Exception {
        for (int i = 0; i < kilobytes; i++) {
            stream.write(new byte[1024]);
        }
    }

    /** Whatever single bytes are changed, reading ends, with a network or with one sentence. */
    @Test
    void damagedBytesNeverDoMoreThanRefuseTheModel() throws Exception {
        final byte[] whole = Files.readAllBytes(model().writeArchive(folder.resolve("whole.keras"),
                Map.of("b", "layers/conv2d", "a", "layers/conv2d_1", "norm", "layers/batch_normalization")));
        final Random random = new Random(12);
        for (int i = 0; i < 300; i++) {
            final byte[] mutant = i % 10 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int change = 0; change <= i % 3 && mutant.length > 8; change++) {
                mutant[4 + random.nextInt(mutant.length - 4)] = (byte) random.nextInt();
            }
            final Path file = Files.write(folder.resolve("mutant.keras"), mutant);
            try {
                read(file);
            } catch (final InvalidNetworkException e) {
                assertThat(e).hasMessageContaining("mutant.keras").hasMessageNotContaining("\n");
            }
        }
    }

    /** Convolution by 2, normalization to ten times, convolution by 3. */
    private static KerasModel model() {
        final float[] zero = {0};
        return new KerasModel().version("3.8.0").input(1, 1, 1)
                .layer("Conv2D", "b", DOUBLED, arrays("kernel", new float[][][][] {{{{2}}}}))
                .layer("BatchNormalization", "norm", "{\"scale\": false, \"epsilon\": 0}",
                        arrays("beta", zero, "moving_mean", zero, "moving_variance", new float[] {0.01f}))
                .layer("Dropout", "drop", "{}")
                .layer("Conv2D", "a", DOUBLED, arrays("kernel", new float[][][][] {{{{3}}}}));
    }
}
