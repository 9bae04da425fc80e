package org.filterscope.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.filterscope.engine.keras.KerasModels.arrays;
import static org.filterscope.engine.keras.KerasModels.assertRefused;
import static org.filterscope.engine.keras.KerasModels.predict;
import static org.filterscope.engine.keras.KerasModels.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.read.UnsupportedLayerException;
import org.filterscope.testkit.KerasModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasReaderTest {
    private static final String PLAIN = "{\"filters\": 1, \"kernel_size\": [1, 1]}";

    @TempDir
    Path folder;

    /** Keras flattens row, column, channel; the weights 1, 10, 100, … tell which value met which weight. */
    @Test
    void aDenseLayerAfterFlattenMeetsTheSameValuesAsInKeras() throws Exception {
        final float[][] weights = {{1}, {10}, {100}, {1000}};
        final Path file = new KerasModel().input(1, 2, 2).layer("Flatten", "flat", "{}").layer("Dropout", "drop", "{\"rate\": 0.5}")
                .layer("Dense", "sum", "{\"units\": 1}", arrays("kernel", weights, "bias", new float[1])).write(folder.resolve("m.h5"));
        final NetworkGraph graph = read(file);
        // Channels first: channel 0 is 1 2, channel 1 is 3 4. Channels last that is 1 3 2 4.
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            assertThat(session.predict(new FeatureMaps(1, graph.input(), new float[] {1, 2, 3, 4})).values()).containsExactly(4231);
        }
    }

    @Test
    void aFusedActivationBecomesALayerOfItsOwnThatKeepsTheName() throws Exception {
        final NetworkGraph graph = read(new KerasModel().input(2, 2, 1)
                .layer("Conv2D", "conv", "{\"filters\": 1, \"kernel_size\": [1, 1], \"activation\": \"relu\", \"use_bias\": false}",
                        arrays("kernel", new float[1][1][1][1]))
                .layer("GlobalAveragePooling2D", "mean", "{}")
                .layer("Dense", "class", "{\"units\": 1, \"activation\": \"softmax\"}",
                        arrays("kernel", new float[1][1], "bias", new float[1]))
                .write(folder.resolve("m.h5")));
        assertThat(graph.nodes().stream().map(Node::name)).containsExactly("input", "conv/linear", "conv", "mean", "class/linear", "class");
        assertThat(graph.logits().name()).isEqualTo("class/linear");
    }

    @Test
    void aModelThatLeavesItsInputOpenTakesTheConfiguredSize() throws Exception {
        final Path file = new KerasModel().input(0, 0, 3).layer("MaxPooling2D", "pool", "{\"pool_size\": [2, 2], \"padding\": \"same\"}")
                .write(folder.resolve("m.h5"));
        assertThat(new NetworkReader().read(file, Optional.of(new Size(5, 7))).shape("pool")).isEqualTo(new Shape(3, 3, 4));
        assertRefused(file, "leaves the input's size open");
    }

    @Test
    void everyUnsupportedLayerIsNamedWithKindAndReason() {
        final Path file = new KerasModel().input(4, 4, 3).layer("Lambda", "mine", "{}").layer("Activation", "gelu", "{\"activation\": \"gelu\"}")
                .layer("LSTM", "memory", "{}").write(folder.resolve("m.h5"));
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(UnsupportedLayerException.class,
                e -> assertThat(e.refusals().stream().map(r -> r.layer() + " " + r.kind())).containsExactly("mine Lambda", "memory LSTM"))
                .hasMessageContaining("m.h5: layer 'mine' (Lambda)").hasMessageContaining("and 1 more");
    }

    @Test
    void weightsThatDoNotFitTheDescriptionAreRefused() {
        assertRefused(new KerasModel().input(4, 4, 3).layer("Conv2D", "conv", PLAIN, arrays("kernel", new float[1][1][2][1], "bias", new float[1]))
                .write(folder.resolve("a.h5")), "weights 'kernel' of layer 'conv' have the shape [1, 1, 2, 1], expected [1, 1, 3, 1]");
        assertRefused(new KerasModel().input(4, 4, 3).layer("Conv2D", "conv", PLAIN).write(folder.resolve("b.h5")),
                "layer 'conv' has no weights 'kernel'");
    }

    @Test
    void aLoopOrAMissingLayerIsToldAndNotFollowedForEver() {
        assertRefused(new KerasModel().input(4, 4, 3).layer("Add", "a", "{}", List.of("input", "b"), Map.of())
                .layer("Add", "b", "{}", List.of("a", "input"), Map.of()).write(folder.resolve("a.h5")), "is part of a loop");
        assertRefused(new KerasModel().input(4, 4, 3).layer("Add", "a", "{}", List.of("input", "nowhere"), Map.of())
                .write(folder.resolve("b.h5")), "layer 'nowhere' is used in the model but not described");
    }

    @Test
    void filesThatAreNoModelsAreToldApart() throws Exception {
        assertRefused(Files.write(folder.resolve("zip.h5"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0}), "the zip is truncated or damaged");
        assertRefused(Files.writeString(folder.resolve("text.keras"), "hello"), "is neither an HDF5 file");
        assertRefused(Files.createFile(folder.resolve("empty.h5")), "is neither an HDF5 file");
        assertRefused(folder.resolve("none.h5"), "there is no such model file");
        assertRefused(Files.writeString(folder.resolve("model.pt"), "x"), "cannot be read yet");
    }

    /** Cut anywhere, a model is refused with one sentence; nothing else is thrown. */
    @Test
    void aTruncatedModelIsRefusedWhereverItIsCut() throws Exception {
        final byte[] whole = Files.readAllBytes(new KerasModel().input(4, 4, 3)
                .layer("Conv2D", "conv", PLAIN, arrays("kernel", new float[1][1][3][1], "bias", new float[1])).write(folder.resolve("whole.h5")));
        for (int length = 8; length < whole.length; length += Math.max(1, whole.length / 150)) {
            final Path cut = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut)).as("cut after %d bytes", length).isInstanceOf(InvalidNetworkException.class)
                    .hasMessageContaining("cut.h5");
        }
    }

    /** A second dense layer of the same width must not be taken for flattened maps. */
    @Test
    void onlyTheFirstDenseLayerAfterFlattenIsTurned() throws Exception {
        final float[][] same = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        final float[][] weights = {{1}, {10}, {100}, {1000}};
        assertThat(predict(new KerasModel().input(1, 2, 2).layer("Flatten", "flat", "{}")
                .layer("Dense", "same", "{\"units\": 4}", arrays("kernel", same, "bias", new float[4]))
                .layer("Dense", "sum", "{\"units\": 1}", arrays("kernel", weights, "bias", new float[1])).write(folder.resolve("m.h5")), 1, 2, 3, 4))
                .containsExactly(4231);
    }

    @Test
    void theOrderOfFlattenedMapsIsKeptThroughOtherLayersOrTheModelIsRefused() throws Exception {
        final Map<String, Object> sum = arrays("kernel", new float[][] {{1}, {10}, {100}, {1000}}, "bias", new float[1]);
        assertThat(predict(new KerasModel().input(1, 2, 2).layer("Flatten", "a", "{}").layer("Flatten", "b", "{}")
                .layer("Add", "twice", "{}", List.of("b", "b"), Map.of()).layer("Dense", "sum", "{\"units\": 1}", sum)
                .write(folder.resolve("m.h5")), 1, 2, 3, 4)).containsExactly(8462);
        assertRefused(new KerasModel().input(1, 2, 2).layer("Flatten", "a", "{}").write(folder.resolve("end.h5")), "ends with flattened maps");
        assertRefused(new KerasModel().input(1, 4, 1).layer("Softmax", "s", "{\"axis\": 1}").write(folder.resolve("axis.h5")), "along the axis 1");
        assertRefused(new KerasModel().input(1, 4, 1).layer("BatchNormalization", "b", "{\"axis\": []}").write(folder.resolve("b.h5")),
                "along the axis []");
        assertRefused(new KerasModel().input(1, 4, 1).layer("Conv2D", "c", "{\"filters\": 1, \"use_bias\": [1, 2]}",
                arrays("kernel", new float[1][1][1][1])).write(folder.resolve("c.h5")), "settings cannot be understood");
    }

    /** Whatever single bytes are changed, reading ends, with a network or with one sentence. */
    @Test
    void damagedBytesNeverDoMoreThanRefuseTheModel() throws Exception {
        final byte[] whole = Files.readAllBytes(new KerasModel().input(4, 4, 3)
                .layer("Conv2D", "conv", PLAIN, arrays("kernel", new float[1][1][3][1], "bias", new float[1])).write(folder.resolve("whole.h5")));
        final Random random = new Random(11);
        for (int i = 0; i < 1500; i++) {
            final byte[] mutant = whole.clone();
            for (int change = 0; change <= i % 3; change++) {
                mutant[8 + random.nextInt(mutant.length - 8)] = (byte) random.nextInt();
            }
            final Path file = Files.write(folder.resolve("mutant.h5"), mutant);
            try {
                read(file);
            } catch (final InvalidNetworkException e) {
                assertThat(e).hasMessageContaining("mutant.h5").hasMessageNotContaining("\n");
            }
        }
    }

    /** Two channels, two filters each; Keras numbers the results channel by channel. */
    @Test
    void depthwiseAndSeparableConvolutionsKeepKerassOrder() throws Exception {
        final float[][][][] kernel = {{{{1, 2}, {3, 4}}}};
        final String config = "{\"kernel_size\": [1, 1], \"depth_multiplier\": 2, \"filters\": 1}";
        assertThat(predict(new KerasModel().input(1, 1, 2)
                .layer("DepthwiseConv2D", "d", config, arrays("depthwise_kernel", kernel, "bias", new float[] {0, 0, 0, 100}))
                .write(folder.resolve("d.h5")), 1, 10)).containsExactly(1, 2, 30, 140);
        final float[][][][] point = {{{{1}, {10}, {100}, {1000}}}};
        final Path separable = new KerasModel().input(1, 1, 2)
                .layer("SeparableConv2D", "s", config,
                        arrays("depthwise_kernel", kernel, "pointwise_kernel", point, "bias", new float[] {0.5f}))
                .write(folder.resolve("s.h5"));
        assertThat(predict(separable, 1, 10)).containsExactly(1 + 20 + 3000 + 40000 + 0.5f);
        assertThat(read(separable).nodes().stream().map(Node::name)).containsExactly("input", "s/depthwise", "s");
    }

    @Test
    void aSqueezeAndExcitationBlockWeighsTheChannels() throws Exception {
        final float[][] gate = {{1, 0}, {0, 2}};
        final Path file = new KerasModel().input(1, 2, 2).layer("GlobalAveragePooling2D", "squeeze", "{}")
                .layer("Dense", "gate", "{\"units\": 2}", arrays("kernel", gate, "bias", new float[2]))
                .layer("Reshape", "reshape", "{\"target_shape\": [1, 1, 2]}")
                .layer("Multiply", "excite", "{}", List.of("input", "reshape"), Map.of()).write(folder.resolve("m.h5"));
        assertThat(predict(file, 1, 3, 10, 20)).containsExactly(2, 6, 300, 600);
    }

    @Test
    void activationLayersMeanWhatTheVersionOfKerasMeans() throws Exception {
        assertThat(activated("ReLU", "{\"max_value\": 6.0}")).containsExactly(0, 1, 6);
        assertThat(activated("ReLU", "{\"negative_slope\": 0.5}")).containsExactly(-1, 1, 8);
        assertThat(activated("LeakyReLU", "{\"alpha\": 0.25}")).containsExactly(-0.5f, 1, 8);
        assertThat(activated("LeakyReLU", "{\"negative_slope\": 0.5}")).containsExactly(-1, 1, 8);
        assertThat(activated("Rescaling", "{\"scale\": 0.5, \"offset\": -1}")).containsExactly(-2, -0.5f, 3);
        assertThat(hardSigmoid("2.4.0")).containsExactly(new float[] {0.1f, 0.7f, 1}, within(1e-6f));
        assertThat(hardSigmoid("3.4.1")).containsExactly(new float[] {1 / 6f, 4 / 6f, 1}, within(1e-6f));
    }

    private float[] activated(final String kind, final String config) throws Exception {
        return predict(new KerasModel().input(1, 3, 1).layer(kind, "a", config).write(folder.resolve("a.h5")), -2, 1, 8);
    }

    private float[] hardSigmoid(final String version) throws Exception {
        return predict(new KerasModel().version(version).input(1, 3, 1).layer("Activation", "a", "{\"activation\": \"hard_sigmoid\"}")
                .write(folder.resolve("a.h5")), -2, 1, 8);
    }
}
