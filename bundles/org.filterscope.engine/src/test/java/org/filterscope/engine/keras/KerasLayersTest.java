package org.filterscope.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscope.engine.keras.KerasModels.arrays;
import static org.filterscope.engine.keras.KerasModels.assertRefused;
import static org.filterscope.engine.keras.KerasModels.predict;
import static org.filterscope.engine.keras.KerasModels.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Shape;
import org.filterscope.testkit.KerasModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kinds of layers compute; the expected numbers are done by hand and agree with Keras 3.15 on JAX. */
class KerasLayersTest {
    @TempDir
    Path folder;

    /** Two values paint the kernel 1 2 3; where they overlap they add up, and "same" cuts the odd position off the end. */
    @ParameterizedTest(name = "{0}, stride {1}, output_padding {2}")
    @CsvSource({"valid, 2, null, '1 2 13 20 30'", "same, 2, null, '1 2 13 20'", "same, 2, 1, '1 2 13 20'", "same, 2, 0, '2 13 20'",
        "valid, 2, 1, '1 2 13 20 30 0'", "same, 1, null, '12 23'", "valid, 4, null, '1 2 3 0 10 20 30 0'", "same, 4, null, '1 2 3 0 10 20 30 0'"})
    void transposedConvolutions(final String padding, final int stride, final String extra, final String expected) throws Exception {
        final String config = "{\"filters\": 1, \"kernel_size\": [1, 3], \"strides\": [1, %d], \"padding\": \"%s\", \"use_bias\": false%s}"
                .formatted(stride, padding, extra.equals("null") ? "" : ", \"output_padding\": [0, %s]".formatted(extra));
        assertThat(predict(new KerasModel().input(1, 2, 1)
                .layer("Conv2DTranspose", "t", config, arrays("kernel", new float[][][][] {{{{1}}, {{2}}, {{3}}}})).write(folder.resolve("t.h5")),
                1, 10)).containsExactly(numbers(expected));
    }

    /** Keras's kernel is row, column, filter, channel. */
    @Test
    void transposedConvolutionsTellFiltersFromChannels() throws Exception {
        assertThat(predict(new KerasModel().input(1, 1, 2).layer("Conv2DTranspose", "t", "{\"filters\": 3, \"kernel_size\": [1, 1]}",
                arrays("kernel", new float[][][][] {{{{1, 2}, {3, 4}, {5, 6}}}}, "bias", new float[] {0, 0, 100})).write(folder.resolve("t.h5")),
                1, 10)).containsExactly(21, 43, 165);
    }

    @Test
    void upSamplingRepeatsOrCountsTheMiddlesOfPositions() throws Exception {
        assertThat(computed("UpSampling2D", "{\"size\": [1, 2]}", 0, 4)).containsExactly(0, 0, 4, 4);
        assertThat(computed("UpSampling2D", "{\"size\": [1, 2], \"interpolation\": \"bilinear\"}", 0, 4)).containsExactly(0, 1, 3, 4);
        assertThat(computed("Resizing", "{\"height\": 1, \"width\": 3, \"interpolation\": \"nearest\"}", 0, 1, 2, 3, 4)).containsExactly(0, 2, 4);
        assertThat(computed("Resizing", "{\"height\": 1, \"width\": 2}", 0, 1, 2, 3)).containsExactly(0.5f, 2.5f);
        assertRefused(new KerasModel().version("2.2.4").input(1, 2, 1).layer("UpSampling2D", "u", "{\"interpolation\": \"bilinear\"}")
                .write(folder.resolve("old.h5")), "meant different things in versions of Keras before 2.3");
        assertRefused(new KerasModel().input(1, 4, 1)
                .layer("Resizing", "r", "{\"height\": 2, \"width\": 2, \"crop_to_aspect_ratio\": true}").write(folder.resolve("r.h5")),
                "'crop_to_aspect_ratio' is not supported for pictures of another aspect ratio");
    }

    /** Values are counted row, column, channel. Ours come as channel, row, column: 1 3 | 2 4 is Keras's 1 2 3 4. */
    @Test
    void reshapingCountsTheChannelsFastest() throws Exception {
        final Path maps = new KerasModel().input(1, 2, 2).layer("Reshape", "r", "{\"target_shape\": [4, -1, 1]}").write(folder.resolve("m.h5"));
        assertThat(read(maps).shape("r")).isEqualTo(new Shape(1, 4, 1));
        assertThat(predict(maps, 1, 3, 2, 4)).containsExactly(1, 2, 3, 4);
        assertThat(predict(new KerasModel().input(1, 2, 2).layer("Flatten", "f", "{}").layer("Reshape", "r", "{\"target_shape\": [2, 1, 2]}")
                .write(folder.resolve("f.h5")), 1, 3, 2, 4)).containsExactly(1, 3, 2, 4);
        final Map<String, Object> sum = arrays("kernel", new float[][] {{1}, {10}, {100}, {1000}}, "bias", new float[1]);
        assertThat(predict(new KerasModel().input(1, 2, 2).layer("Reshape", "r", "{\"target_shape\": [-1]}")
                .layer("Dense", "sum", "{\"units\": 1}", sum).write(folder.resolve("d.h5")), 1, 3, 2, 4)).containsExactly(4321);
    }

    @Test
    void aDenseLayerOnMapsWorksOnEachPosition() throws Exception {
        final Path file = new KerasModel().input(1, 2, 2)
                .layer("Dense", "d", "{\"units\": 1}", arrays("kernel", new float[][] {{1}, {10}}, "bias", new float[] {100}))
                .write(folder.resolve("d.h5"));
        assertThat(read(file).node("d").orElseThrow().operator()).isInstanceOf(Convolution.class);
        assertThat(predict(file, 1, 2, 3, 4)).containsExactly(131, 142);
    }

    @Test
    void normalizationDividesByTheRootOfTheVariance() throws Exception {
        assertThat(computed("Normalization", "{\"axis\": [-1], \"mean\": [2.0], \"variance\": [4.0]}", 4, 0)).containsExactly(1, -1);
        assertThat(computed("Normalization", "{\"axis\": null, \"mean\": 2.0, \"variance\": 4.0, \"invert\": true}", 1, -1)).containsExactly(4, 0);
        assertThat(predict(new KerasModel().input(1, 1, 2).layer("Normalization", "n", "{\"axis\": [3]}",
                arrays("mean", new float[] {2, 0}, "variance", new float[] {4, 1}, "count", new long[] {7})).write(folder.resolve("n.h5")), 4, 5))
                .containsExactly(1, 5);
        assertRefused(new KerasModel().input(1, 2, 1).layer("Normalization", "n", "{\"axis\": [1]}").write(folder.resolve("axis.h5")),
                "along the axes [1]; only the channels");
    }

    @Test
    void theMiddleIsCutOutWithTheOddPositionAtTheEnd() throws Exception {
        assertThat(computed("CenterCrop", "{\"height\": 1, \"width\": 2}", 1, 2, 3, 4, 5)).containsExactly(2, 3);
        assertRefused(new KerasModel().input(1, 2, 1).layer("CenterCrop", "c", "{\"height\": 3, \"width\": 3}").write(folder.resolve("c.h5")),
                "only cropping is supported");
    }

    @Test
    void whatOnlyWorksInTrainingDoesNothing() throws Exception {
        for (final String kind : List.of("RandomFlip", "RandomRotation", "RandomZoom", "RandomContrast", "GaussianDropout")) {
            assertThat(computed(kind, "{\"factor\": 0.5, \"data_format\": \"channels_last\"}", 1, 2)).containsExactly(1, 2);
        }
    }

    @Test
    void pooledMapsThatKeepTheirDimensionsStayMaps() throws Exception {
        final Path file = new KerasModel().input(2, 2, 1).layer("GlobalAveragePooling2D", "p", "{\"keepdims\": true}")
                .layer("Conv2D", "c", "{\"filters\": 1, \"kernel_size\": [1, 1], \"use_bias\": false}",
                        arrays("kernel", new float[][][][] {{{{2}}}}))
                .write(folder.resolve("p.h5"));
        assertThat(predict(file, 1, 2, 3, 6)).containsExactly(6);
    }

    /** Our own order: what Keras flattens channels-last on purpose is turned, the rest stays. */
    @Test
    void channelsFirstModelsAreRead() throws Exception {
        final Map<String, Object> sum = arrays("kernel", new float[][] {{1}, {10}, {100}, {1000}}, "bias", new float[1]);
        for (final String format : List.of("channels_first", "channels_last")) {
            final Path file = new KerasModel()
                    .layer("InputLayer", "input", "{\"batch_input_shape\": [null, 2, 1, 2]}", List.of(), Map.of())
                    .layer("MaxPooling2D", "pool", "{\"pool_size\": [1, 1], \"data_format\": \"channels_first\"}")
                    .layer("BatchNormalization", "norm", "{\"axis\": [1], \"scale\": false, \"center\": false, \"epsilon\": 0.0}",
                            arrays("moving_mean", new float[2], "moving_variance", new float[] {1, 1}))
                    .layer("Flatten", "flat", "{\"data_format\": \"%s\"}".formatted(format)).layer("Dense", "sum", "{\"units\": 1}", sum)
                    .write(folder.resolve("m.h5"));
            assertThat(read(file).input()).isEqualTo(new Shape(2, 1, 2));
            assertThat(predict(file, 1, 2, 3, 4)).containsExactly(format.equals("channels_first") ? 4231 : 4321);
        }
        assertRefused(new KerasModel().layer("InputLayer", "input", "{\"batch_input_shape\": [null, 2, 1, 2]}", List.of(), Map.of())
                .layer("MaxPooling2D", "pool", "{\"pool_size\": [1, 1], \"data_format\": \"channels_first\"}")
                .layer("Dense", "d", "{\"units\": 1}").write(folder.resolve("d.h5")), "works along their columns");
    }

    @Test
    void anActivationMayBeAWholeLayer() throws Exception {
        assertThat(computed("Activation", "{\"activation\": {\"class_name\": \"LeakyReLU\", \"config\": {\"negative_slope\": 0.5}}}", -2, 4))
                .containsExactly(-1, 4);
        assertRefused(new KerasModel().input(1, 1, 1)
                .layer("Activation", "a", "{\"activation\": {\"class_name\": \"function\", \"config\": \"mine\"}}")
                .write(folder.resolve("a.h5")), "its activation is the Python function \"mine\"");
    }

    @Test
    void slopesBelongToChannels() throws Exception {
        assertThat(predict(new KerasModel().input(1, 1, 2).layer("PReLU", "p", "{\"shared_axes\": [1, 2]}",
                arrays("alpha", new float[][][] {{{0.5f, 0.25f}}})).write(folder.resolve("p.h5")), -4, -4)).containsExactly(-2, -1);
        assertRefused(new KerasModel().input(2, 2, 1).layer("PReLU", "p", "{\"shared_axes\": null}").write(folder.resolve("q.h5")),
                "only slopes for channels");
    }

    /** Two thousand million channels would make the rescaling's numbers fill the memory. */
    @Test
    void layersLargerThanAnyPictureAreRefusedBeforeAnythingIsAllocated() {
        assertRefused(new KerasModel().input(1, 1, Integer.MAX_VALUE).layer("Rescaling", "r", "{}").write(folder.resolve("m.h5")),
                "one image would have 2147483647 × 1 × 1 values");
    }

    @Test
    void quantizedWeightsAreRefused() {
        assertRefused(new KerasModel().input(1, 1, 1).layer("Dense", "d",
                "{\"units\": 1, \"dtype\": {\"class_name\": \"QuantizedDTypePolicy\", \"config\": {\"mode\": \"int8\"}}}")
                .write(folder.resolve("d.h5")), "its weights are quantized");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"Lambda | is Python code, which is never run", "LayerNormalization | only batch normalization is supported",
        "GroupNormalization | only batch normalization is supported", "MultiHeadAttention | attention is not supported",
        "Conv1D | only layers for pictures", "TimeDistributed | layers applied to each of several pictures", "Dot | layers of this kind",
        "Permute | dimensions in another order", "Mine>Special | layers of this kind are not supported"})
    void kindsThatCannotBeReadAreToldWithAReason(final String kind, final String reason) {
        assertRefused(new KerasModel().input(2, 2, 1).layer(kind, "it", "{}").write(folder.resolve("m.h5")),
                "layer 'it' (%s): ".formatted(kind));
        assertRefused(new KerasModel().input(2, 2, 1).layer(kind, "it", "{}").write(folder.resolve("m.h5")), reason);
    }

    private float[] computed(final String kind, final String config, final float... values) throws Exception {
        final Path file = new KerasModel().input(1, values.length, 1).layer(kind, "it", config).write(folder.resolve("it.h5"));
        final NetworkGraph graph = read(file);
        assertThat(graph.output().name()).isEqualTo("it");
        return predict(file, values);
    }

    private static float[] numbers(final String text) {
        final String[] words = text.split(" ");
        final float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Float.parseFloat(words[i]);
        }
        return numbers;
    }
}
