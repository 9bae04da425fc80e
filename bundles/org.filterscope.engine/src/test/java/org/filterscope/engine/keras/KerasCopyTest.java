package org.filterscope.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscope.engine.keras.KerasModels.arrays;
import static org.filterscope.engine.keras.KerasModels.predict;
import static org.filterscope.engine.keras.KerasModels.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipFile;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.OperatorWeights;
import org.filterscope.engine.write.Changes;
import org.filterscope.engine.write.ModelCopy;
import org.filterscope.testkit.KerasModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of Keras models with other weights. The bytes that change are those of the weights; a float32 has four. */
class KerasCopyTest {
    @TempDir
    Path folder;

    /** Keras flattens row, column, channel and stores {@code [input, output]}; we have channel, row, column and {@code [output, input]}. */
    @Test
    void aWeightBehindFlattenedMapsFindsItsPlaceInTheFile() throws Exception {
        final Path file = flattened("kernel", new float[][] {{1}, {10}, {100}, {1000}}, "bias", new float[1]).write(folder.resolve("m.h5"));
        final Path copy = folder.resolve("copy.h5");
        // Channel 0 at the second column is the third value of Keras's vector, whose weight is 100.
        new ModelCopy(file, Optional.empty()).write(Changes.weight(read(file), "sum", 1, 500), copy);
        assertThat(predict(copy, 1, 2, 3, 4)).containsExactly(1 + 30 + 1000 + 4000);
        assertThat(Changes.differing(file, copy)).isBetween(1, Float.BYTES);
        assertThat(predict(file, 1, 2, 3, 4)).containsExactly(4231);
    }

    @Test
    void everyWeightOfEveryKindOfLayerCanBeReplaced() throws Exception {
        final Path file = model().write(folder.resolve("m.h5"));
        assertEveryWeightIsWritten(file, folder.resolve("copy.h5"));
    }

    @Test
    void anArchiveKeepsAllThatIsNotAWeight() throws Exception {
        final Path file = model().version("3.3.0").writeArchive(folder.resolve("m.keras"), Map.of("conv", "layers/conv2d", "norm",
                "layers/batch_normalization", "depth", "layers/depthwise_conv2d", "classes", "layers/dense"));
        final Path copy = folder.resolve("copy.keras");
        assertEveryWeightIsWritten(file, copy);
        try (ZipFile before = new ZipFile(file.toFile()); ZipFile after = new ZipFile(copy.toFile())) {
            assertThat(after.stream().map(Object::toString)).containsExactlyElementsOf(before.stream().map(Object::toString).toList());
            for (final String entry : List.of("metadata.json", "config.json")) {
                assertThat(after.getInputStream(after.getEntry(entry)).readAllBytes())
                        .isEqualTo(before.getInputStream(before.getEntry(entry)).readAllBytes());
                assertThat(after.getEntry(entry).getLastModifiedTime()).isEqualTo(before.getEntry(entry).getLastModifiedTime());
            }
        }
    }

    @Test
    void numbersOfDoublePrecisionStaySo() throws Exception {
        final Path file = flattened("kernel", new double[][] {{1}, {10}, {100}, {1000}}, "bias", new double[1]).write(folder.resolve("m.h5"));
        final Path copy = folder.resolve("copy.h5");
        new ModelCopy(file, Optional.empty()).write(Changes.bias(read(file), "sum", 0, 0.1f), copy);
        assertThat(predict(copy, 0, 0, 0, 0)).containsExactly(0.1f);
        assertThat(Files.size(copy)).isEqualTo(Files.size(file));
    }

    @Test
    void theOriginalIsNeverOverwrittenUnderWhateverName() throws Exception {
        final Path file = model().write(folder.resolve("m.h5"));
        final Path link = Files.createSymbolicLink(folder.resolve("link.h5"), file);
        final byte[] before = Files.readAllBytes(file);
        final ModelCopy copy = new ModelCopy(file, Optional.empty());
        for (final Path target : List.of(file, link, folder.resolve("../" + folder.getFileName() + "/m.h5"))) {
            assertThatThrownBy(() -> copy.write(read(file), target)).isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("is the original model, which is never changed");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aWeightThatIsNotInTheFileCannotBeWritten() throws Exception {
        final Path file = new KerasModel().input(1, 1, 1)
                .layer("Conv2D", "conv", "{\"filters\": 1, \"kernel_size\": [1, 1], \"use_bias\": false}", arrays("kernel", new float[1][1][1][1]))
                .write(folder.resolve("m.h5"));
        assertThatThrownBy(() -> new ModelCopy(file, Optional.empty()).check(Changes.bias(read(file), "conv", 0, 1)))
                .isInstanceOf(InvalidNetworkException.class)
                .hasMessageEndingWith("m.h5: layer 'conv' has no such weights in the file (a bias, for example)");
    }

    @Test
    void aLayerUsedTwiceCannotBeChangedInOnePlaceAlone() throws Exception {
        final Path file = new KerasModel().input(1, 1, 1).called("Conv2D", "conv",
                "{\"filters\": 1, \"kernel_size\": [1, 1], \"use_bias\": false}", "[[[\"input\", 0, 0, {}]], [[\"conv\", 0, 0, {}]]]",
                arrays("kernel", new float[][][][] {{{{3}}}}))
                .called("Add", "sum", "{}", "[[[\"conv\", 1, 0, {}], [\"input\", 0, 0, {}]]]").write(folder.resolve("m.h5"));
        final NetworkGraph graph = read(file);
        final ModelCopy copy = new ModelCopy(file, Optional.empty());
        assertThatThrownBy(() -> copy.check(Changes.weight(graph, "conv", 0, 5))).isInstanceOf(InvalidNetworkException.class)
                .hasMessageContaining("layer 'conv/2' uses weights that are changed for another layer, too");
        final Path both = folder.resolve("both.h5");
        copy.write(Changes.weight(Changes.weight(graph, "conv", 0, 5), "conv/2", 0, 5), both);
        assertThat(predict(both, 1)).containsExactly(26);
    }

    /** Whatever single bytes are changed, copying ends with a copy or with one sentence, and leaves nothing else behind. */
    @Test
    void damagedModelsAreCopiedOrRefusedWithOneSentence() throws Exception {
        final Path file = model().write(folder.resolve("m.h5"));
        final NetworkGraph graph = read(file);
        final NetworkGraph changed = Changes.bias(graph, "classes/linear", 0, 77);
        final byte[] whole = Files.readAllBytes(file);
        final Random random = new Random(4);
        final Path place = Files.createDirectory(folder.resolve("place"));
        for (int i = 0; i < 300; i++) {
            final byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            final Path broken = Files.write(folder.resolve("broken.h5"), damaged);
            try {
                new ModelCopy(broken, Optional.empty()).write(changed, place.resolve("copy.h5"));
                Files.delete(place.resolve("copy.h5"));
            } catch (final InvalidInputException e) {
                assertThat(e.getMessage()).contains("broken.h5").doesNotContain("\n");
            } catch (final IllegalArgumentException e) {
                assertThat(e).hasMessage("the networks do not have the same layers");
            }
            assertThat(place).isEmptyDirectory();
        }
    }

    private static KerasModel flattened(final Object... kernelAndBias) {
        return new KerasModel().input(1, 2, 2).layer("Flatten", "flat", "{}").layer("Dense", "sum", "{\"units\": 1}", arrays(kernelAndBias));
    }

    private static KerasModel model() {
        return new KerasModel().input(4, 4, 2)
                .layer("Conv2D", "conv", "{\"filters\": 3, \"kernel_size\": [2, 3]}", arrays("kernel", new float[2][3][2][3], "bias", new float[3]))
                .layer("BatchNormalization", "norm", "{}", arrays("gamma", new float[] {1, 1, 1}, "beta", new float[3], "moving_mean", new float[3],
                        "moving_variance", new float[] {1, 1, 1}))
                .layer("DepthwiseConv2D", "depth", "{\"kernel_size\": [2, 2], \"depth_multiplier\": 2}",
                        arrays("depthwise_kernel", new float[2][2][3][2], "bias", new float[6]))
                .layer("Flatten", "flat", "{}")
                .layer("Dense", "classes", "{\"units\": 2, \"activation\": \"softmax\"}", arrays("kernel", new float[12][2], "bias", new float[2]));
    }

    /** Another number for each; a reader that reads the copy finds each in the place where it was wanted. */
    private static void assertEveryWeightIsWritten(final Path file, final Path copy) throws Exception {
        NetworkGraph wanted = read(file);
        float number = 2;
        for (final String layer : List.of("conv", "norm", "depth", "classes/linear")) {
            final int weights = OperatorWeights.of(wanted.node(layer).orElseThrow().operator()).get(0).values().length;
            for (int i = 0; i < weights; i++) {
                wanted = Changes.weight(wanted, layer, i, number++);
            }
        }
        new ModelCopy(file, Optional.empty()).write(wanted, copy);
        final NetworkGraph found = read(copy);
        for (final var node : wanted.nodes()) {
            final var expected = OperatorWeights.of(node.operator());
            final var values = OperatorWeights.of(found.node(node.name()).orElseThrow().operator());
            for (int i = 0; i < expected.size(); i++) {
                assertThat(values.get(i).values()).as(node.name()).containsExactly(expected.get(i).values());
            }
        }
    }
}
