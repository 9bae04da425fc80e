package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.filterscope.analysis.repair.FilterMute;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.write.ModelCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies with other weights, read by Deeplearning4j itself: its own output is what the edited network says. */
class Dl4jCopiesTest {
    private static final Optional<Size> SIZE = Optional.of(new Size(9, 8));

    @TempDir
    Path folder;

    @Test
    void deeplearning4jReadsTheMutedFilters() throws Exception {
        final Path file = folder.resolve("model.zip");
        network(DataType.FLOAT).save(file.toFile(), true);
        final NetworkGraph graph = new NetworkReader().read(file, SIZE);
        for (final FilterMute mute : List.of(new FilterMute("layer0", 2, 0), new FilterMute("layer0", 1, 0.5f), new FilterMute("layer1", 3, -0.25f),
                new FilterMute("layer2", 1, 0.125f), new FilterMute("layer3", 6, 0.5f))) {
            final Path copy = folder.resolve("copy.zip");
            final NetworkGraph muted = mute.ways(graph).get(0);
            new ModelCopy(file, SIZE).write(muted, copy);
            assertSame(muted, MultiLayerNetwork.load(copy.toFile(), true));
        }
    }

    @Test
    void doublesStayDoubles() throws Exception {
        final Path file = folder.resolve("model.zip");
        network(DataType.DOUBLE).save(file.toFile(), false);
        final Path copy = folder.resolve("copy.zip");
        final NetworkGraph muted = new FilterMute("layer3", 2, 0.3f).ways(new NetworkReader().read(file, SIZE)).get(0);
        new ModelCopy(file, SIZE).write(muted, copy);
        final MultiLayerNetwork loaded = MultiLayerNetwork.load(copy.toFile(), false);
        assertThat(loaded.params().dataType()).isEqualTo(DataType.DOUBLE);
        assertSame(muted, loaded);
    }

    /** The separable convolution's first half has no bias to hold a mean. */
    @Test
    void whatTheFileCannotHoldIsRefused() throws Exception {
        final Path file = folder.resolve("model.zip");
        network(DataType.FLOAT).save(file.toFile(), true);
        final NetworkGraph muted = new FilterMute("layer2/depthwise", 0, 0.5f).ways(new NetworkReader().read(file, SIZE)).get(0);
        assertThatThrownBy(() -> new ModelCopy(file, SIZE).check(muted)).isInstanceOf(InvalidNetworkException.class)
                .hasMessageContaining("layer 'layer2/depthwise' has no such weights in the file");
    }

    private static void assertSame(final NetworkGraph graph, final MultiLayerNetwork network) throws Exception {
        final float[] picture = new float[(int) graph.input().size()];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (float) Math.sin(i);
        }
        final float[] expected;
        try (INDArray input = Nd4j.create(picture, new long[] {1, 2, 9, 8}, 'c'); INDArray own = input.castTo(network.params().dataType())) {
            expected = network.output(own).dup('c').castTo(DataType.FLOAT).data().asFloat();
        }
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            assertThat(session.predict(new FeatureMaps(1, graph.input(), picture)).values()).containsExactly(expected, within(1e-5f));
        }
    }

    private static MultiLayerNetwork network(final DataType type) {
        final MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder().seed(5).dataType(type).list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.RELU).build())
                .layer(new BatchNormalization.Builder().build())
                .layer(new SeparableConvolution2D.Builder(2, 2).nOut(5).depthMultiplier(2).activation(Activation.TANH).build())
                .layer(new DenseLayer.Builder().nOut(7).activation(Activation.SIGMOID).build())
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(9, 8, 2)).build());
        network.init();
        return network;
    }
}
