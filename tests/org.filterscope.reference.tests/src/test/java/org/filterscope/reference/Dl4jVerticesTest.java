package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every vertex of Deeplearning4j's graphs that is no layer, between two convolutions: our output against its own. */
class Dl4jVerticesTest {
    private static final Optional<Size> SIZE = Optional.of(new Size(13, 11));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ElementWiseVertex.Op.class)
    void elementWise(final ElementWiseVertex.Op operation) throws Exception {
        assertSame(new ElementWiseVertex(operation), 4, "a", "b");
    }

    @Test
    void scaleAndShift() throws Exception {
        assertSame(new ScaleVertex(-0.7), 4, "a");
        assertSame(new ShiftVertex(-0.3), 4, "a");
    }

    @Test
    void subset() throws Exception {
        assertSame(new SubsetVertex(1, 2), 2, "a");
    }

    @Test
    void reshape() throws Exception {
        assertSame(new ReshapeVertex('c', new int[] {-1, 2, 26, 11}, null), 2, "a");
    }

    @Test
    void poolHelper() throws Exception {
        assertSame(new PoolHelperVertex(), 4, "a");
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() throws Exception {
        final Path file = save(network(new L2NormalizeVertex(), 4, "a"));
        assertThatThrownBy(() -> new NetworkReader().read(file, SIZE)).isInstanceOf(InvalidNetworkException.class)
                .hasMessageContaining("layer 'vertex' (L2NormalizeVertex): layers of this kind are not supported");
    }

    /** @param channels that the vertex makes */
    private void assertSame(final GraphVertex vertex, final int channels, final String... inputs) throws Exception {
        final ComputationGraph network = network(vertex, channels, inputs);
        final INDArray images = Nd4j.rand(DataType.FLOAT, 3, 2, 13, 11);
        Dl4jNumbersTest.assertClose(Dl4jNumbersTest.outputs(new NetworkReader().read(save(network), SIZE), images),
                network.outputSingle(images));
    }

    private static ComputationGraph network(final GraphVertex vertex, final int channels, final String... inputs) {
        final GraphBuilder builder = Dl4jNetworksTest.chain(ConvolutionMode.Same).graphBuilder().addInputs("picture");
        for (final String input : inputs) {
            builder.addLayer(input, new ConvolutionLayer.Builder(3, 3).nIn(2).nOut(4).activation(Activation.TANH).build(), "picture");
        }
        final ComputationGraph network = new ComputationGraph(builder.addVertex("vertex", vertex, inputs)
                .addLayer("after", new ConvolutionLayer.Builder(3, 3).nIn(channels).nOut(4).activation(Activation.TANH).build(), "vertex")
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), "after")
                .addLayer("class", new OutputLayer.Builder().nIn(4).nOut(3).activation(Activation.SOFTMAX).build(), "pool")
                .setOutputs("class").build());
        network.init();
        Dl4jNetworksTest.randomize(network);
        return network;
    }

    private Path save(final ComputationGraph network) throws Exception {
        final Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        return file;
    }
}
