package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Our forward pass against Deeplearning4j's own on models that it saved, from version 0.8 on. */
class Dl4jNumbersTest {
    private static final double TOLERANCE = 1e-6;

    @Test
    void aTrainedLeNetFrom2019GivesTheSameProbabilities() throws Exception {
        final Path file = ReferenceData.find().file("models/dl4j-zip/mnist-model.zip");
        final NetworkGraph graph = new NetworkReader().read(file, Optional.empty());
        assertThat(graph.input()).isEqualTo(new Shape(1, 28, 28));
        final INDArray images = Nd4j.rand(DataType.FLOAT, 16, 784);
        assertClose(outputs(graph, images), MultiLayerNetwork.load(file.toFile(), false).output(images));
    }

    /**
     * Its parameters are 1, 2, 3, …, so that each tells where it stood in the file. The file tells contradictory sizes (28 × 28 maps before
     * a layer that takes 26 × 26), so it runs for the size of its weights only.
     */
    @Test
    void aNetworkOfVersion08HasEveryWeightInItsPlace() throws Exception {
        final Path file = ReferenceData.find().file("models/dl4j-zip/080_ModelSerializer_Regression_CNN_1.zip");
        final NetworkGraph graph = new NetworkReader().read(file, Optional.of(new Size(26, 26)));
        assertThat(graph.nodes().stream().map(Node::name)).containsExactly("input", "layer0/linear", "layer0", "layer1", "layer2/flatten",
                "layer2/linear", "layer2");
        final Convolution convolution = (Convolution) graph.node("layer0/linear").orElseThrow().operator();
        assertThat(convolution.bias().values()).containsExactly(1, 2, 3);
        assertThat(convolution.weights().shape()).isEqualTo(List.of(3, 3, 2, 2));
        assertThat(convolution.weights().values()).containsExactly(from(4, 36));
        final Dense dense = (Dense) graph.node("layer2/linear").orElseThrow().operator();
        assertThat(dense.weights().shape()).isEqualTo(List.of(5, 2028));
        assertThat(dense.weights().values()).containsExactly(from(40, 5 * 2028));
        assertThat(dense.bias().values()).containsExactly(from(40 + 5 * 2028, 5));
        assertThat(graph.shape("layer1")).isEqualTo(new Shape(3, 26, 26));
    }

    /** Ten layers with padding, cropping and up-sampling; nothing is trained. */
    @Test
    void aNetworkOfBeta4GivesTheOutputItWasSavedWith() throws Exception {
        final ReferenceData data = ReferenceData.find();
        final NetworkGraph graph = new NetworkReader().read(data.file("models/dl4j-zip/SyntheticCNN_100b4.bin"), Optional.of(new Size(28, 28)));
        try (InputStream input = Files.newInputStream(data.file("models/dl4j-zip/SyntheticCNN_Input_100b4.bin"));
                InputStream output = Files.newInputStream(data.file("models/dl4j-zip/SyntheticCNN_Output_100b4.bin"))) {
            assertClose(outputs(graph, Nd4j.read(input)), Nd4j.read(output));
        }
    }

    private static float[] from(final int first, final int count) {
        final float[] values = new float[count];
        IntStream.range(0, count).forEach(i -> values[i] = first + i);
        return values;
    }

    static FeatureMaps outputs(final NetworkGraph graph, final INDArray images) throws Exception {
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            return session.predict(new FeatureMaps((int) images.size(0), graph.input(), images.dup('c').data().asFloat()));
        }
    }

    static void assertClose(final FeatureMaps ours, final INDArray original) {
        final float[] expected = original.dup('c').data().asFloat();
        assertThat(ours.values()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) ours.values()[i]).as("value %d", i).isCloseTo(expected[i], within(TOLERANCE));
        }
    }
}
