package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LocallyConnected2D;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.read.UnsupportedLayerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks built with Deeplearning4j's own API, with random parameters, saved by its ModelSerializer: our output against its own. */
class Dl4jNetworksTest {
    private static final Optional<Size> SIZE = Optional.of(new Size(13, 11));

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = ConvolutionMode.class, names = {"Truncate", "Same"})
    void aChainOfAllKindsOfLayers(final ConvolutionMode mode) throws Exception {
        final MultiLayerNetwork network = network(chain(mode).list()
                .layer(new ConvolutionLayer.Builder(3, 2).nOut(5).stride(2, 1).padding(1, 1).activation(Activation.RELU).build())
                .layer(new BatchNormalization.Builder().build())
                .layer(new ZeroPaddingLayer.Builder(1, 2, 3, 0).build())
                .layer(new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(3, 2).stride(2, 2).padding(1, 0).build())
                .layer(new ConvolutionLayer.Builder(2, 2).nOut(4).dilation(2, 1).hasBias(false).activation(Activation.SIGMOID).build())
                .layer(new BatchNormalization.Builder().useLogStd(false).eps(1e-3).build())
                .layer(new FrozenLayer(new ConvolutionLayer.Builder(1, 1).nOut(6).activation(Activation.TANH).build()))
                .layer(new DropoutLayer(0.5))
                .layer(new DenseLayer.Builder().nOut(7).activation(Activation.TANH).build())
                .layer(new BatchNormalization())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(13, 11, 2)));
        assertSame(network, SIZE, 2);
    }

    /** Pools round down at the edge, with padding that counts or does not. */
    @ParameterizedTest(name = "padding counts: {0}")
    @ValueSource(booleans = {true, false})
    void averagePoolingWithPadding(final boolean counts) throws Exception {
        final SubsamplingLayer same = new SubsamplingLayer.Builder(PoolingType.AVG).kernelSize(2, 2).stride(2, 2)
                .convolutionMode(ConvolutionMode.Same).build();
        final SubsamplingLayer padded = new SubsamplingLayer.Builder(PoolingType.AVG).kernelSize(3, 3).stride(2, 2).padding(1, 1).build();
        same.setAvgPoolIncludePadInDivisor(counts);
        padded.setAvgPoolIncludePadInDivisor(counts);
        assertSame(network(chain(ConvolutionMode.Truncate).list()
                .layer(same)
                .layer(new ConvolutionLayer.Builder(1, 1).nOut(4).activation(Activation.TANH).build())
                .layer(padded)
                .layer(new GlobalPoolingLayer(PoolingType.AVG))
                .layer(new LossLayer.Builder().activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(13, 11, 2))), SIZE, 2);
    }

    @Test
    void flatImagesAreReadAsMaps() throws Exception {
        final MultiLayerNetwork network = network(chain(ConvolutionMode.Strict).list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.RELU).build())
                .layer(new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(1, 1).build())
                .layer(new GlobalPoolingLayer(PoolingType.MAX))
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutionalFlat(13, 11, 2)));
        final NetworkGraph graph = read(network, Optional.empty());
        assertThat(graph.logits().name()).isEqualTo("layer3/linear");
        final INDArray images = Nd4j.rand(DataType.FLOAT, 3, 2 * 13 * 11);
        Dl4jNumbersTest.assertClose(Dl4jNumbersTest.outputs(graph, images), network.output(images));
    }

    @Test
    void channelsLastNetworksAreTurned() throws Exception {
        final MultiLayerNetwork network = network(chain(ConvolutionMode.Same).list()
                .layer(new ConvolutionLayer.Builder(3, 2).nOut(5).stride(2, 1).dataFormat(CNN2DFormat.NHWC)
                        .activation(Activation.RELU).build())
                .layer(new BatchNormalization.Builder().dataFormat(CNN2DFormat.NHWC).build())
                .layer(new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).dataFormat(CNN2DFormat.NHWC).build())
                .layer(new DenseLayer.Builder().nOut(7).activation(Activation.TANH).build())
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(13, 11, 2, CNN2DFormat.NHWC)));
        final NetworkGraph graph = read(network, SIZE);
        final INDArray images = Nd4j.rand(DataType.FLOAT, 3, 2, 13, 11);
        Dl4jNumbersTest.assertClose(Dl4jNumbersTest.outputs(graph, images), network.output(images.permute(0, 2, 3, 1).dup('c')));
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = {"SIGMOID", "SOFTMAX"})
    void aLossOfEveryPosition(final Activation activation) throws Exception {
        final LossFunction loss = activation == Activation.SOFTMAX ? LossFunction.MCXENT : LossFunction.XENT;
        assertSame(network(chain(ConvolutionMode.Same).list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.IDENTITY).build())
                .layer(new CnnLossLayer.Builder(loss).activation(activation).build())
                .setInputType(InputType.convolutional(13, 11, 2))), SIZE, 2);
    }

    @Test
    void doublesAreRead() throws Exception {
        assertSame(network(chain(ConvolutionMode.Same).dataType(DataType.DOUBLE).list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.TANH).build())
                .layer(new GlobalPoolingLayer(PoolingType.AVG))
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(13, 11, 2))), SIZE, 2);
    }

    /** Parameters follow the order in which Deeplearning4j visits the vertices; new versions store it, for old ones we must find it. */
    @ParameterizedTest(name = "order stored: {0}")
    @ValueSource(booleans = {true, false})
    void aGraphWithManyBranches(final boolean stored) throws Exception {
        final GraphBuilder builder = chain(ConvolutionMode.Same).graphBuilder().addInputs("picture")
                .addLayer("stem", new ConvolutionLayer.Builder(3, 3).nOut(3).stride(2, 2).activation(Activation.RELU).build(), "picture");
        String last = "stem";
        for (int block = 0; block < 4; block++) {
            final String name = "b" + block;
            final String[] branches = new String[5];
            // Every second branch hangs on the one made before it, and the names do not follow the numbers.
            String previous = last;
            for (int i = branches.length - 1; i >= 0; i--) {
                branches[i] = name + "_" + i;
                builder.addLayer(branches[i], new ConvolutionLayer.Builder(1 + i % 3, 1).nOut(1 + i).activation(Activation.TANH).build(),
                        i % 2 == 1 ? previous : last);
                previous = branches[i];
            }
            builder.addVertex(name + "_join", new MergeVertex(), branches)
                    .addLayer(name + "_shrink", new ConvolutionLayer.Builder(1, 1).nOut(3).activation(Activation.IDENTITY).build(),
                            name + "_join")
                    .addVertex(name + "_sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), name + "_shrink", last)
                    .addLayer(name + "_norm", new BatchNormalization(), name + "_sum");
            last = name + "_norm";
        }
        final ComputationGraph network = new ComputationGraph(builder
                .addLayer("pool", new GlobalPoolingLayer(PoolingType.AVG), last)
                .addLayer("class", new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build(), "pool")
                .setOutputs("class").setInputTypes(InputType.convolutional(13, 11, 2)).build());
        network.init();
        randomize(network);
        final Path file = save(network);
        if (!stored) {
            forgetOrder(file);
        }
        final INDArray images = Nd4j.rand(DataType.FLOAT, 3, 2, 13, 11);
        final NetworkGraph graph = new NetworkReader().read(file, SIZE);
        Dl4jNumbersTest.assertClose(Dl4jNumbersTest.outputs(graph, images), network.outputSingle(images));
        assertThat(graph.nodes().stream().map(Node::name)).startsWith("picture", "stem/linear", "stem")
                .endsWith("pool", "class/linear", "class");
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() throws Exception {
        final Path file = save(network(chain(ConvolutionMode.Same).list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).name("first").activation(Activation.CUBE).build())
                .layer(new LocalResponseNormalization.Builder().name("lateral").build())
                .layer(new LocallyConnected2D.Builder().kernelSize(3, 3).nOut(2).name("local").build())
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(12, 10, 2))));
        assertThatThrownBy(() -> new NetworkReader().read(file, SIZE)).isInstanceOfSatisfying(UnsupportedLayerException.class,
                e -> assertThat(e.refusals().stream().map(Object::toString)).containsExactly(
                        "layer 'first' (ConvolutionLayer): the activation 'ActivationCube' is not supported",
                        "layer 'local' (LocallyConnected2D): layers of this kind are not supported"));
    }

    @ParameterizedTest(name = "{0} filters a channel")
    @ValueSource(ints = {1, 3})
    void convolutionsOfSingleChannelsAndNormalizationAcrossThem(final int multiple) throws Exception {
        assertSame(network(chain(ConvolutionMode.Same).list()
                .layer(new SeparableConvolution2D.Builder(3, 2).nOut(5).depthMultiplier(multiple).activation(Activation.TANH).build())
                .layer(new LocalResponseNormalization.Builder().n(3).k(1.5).alpha(0.2).beta(0.6).build())
                .layer(new DepthwiseConvolution2D.Builder(2, 3).depthMultiplier(multiple).stride(2, 1).activation(Activation.RELU).build())
                .layer(new Cropping2D(1, 0, 2, 1))
                .layer(new GlobalPoolingLayer(PoolingType.AVG))
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(13, 11, 2))), SIZE, 2);
    }

    @ParameterizedTest(name = "{0} with kernels of {1} and strides of {2}")
    @CsvSource({"Truncate, 3, 2", "Truncate, 2, 3", "Same, 3, 2", "Same, 4, 2", "Same, 2, 2", "Same, 3, 1", "Strict, 3, 2"})
    void transposedConvolutionsAndUpSampling(final ConvolutionMode mode, final int kernel, final int stride) throws Exception {
        assertSame(network(chain(mode).list()
                .layer(new Deconvolution2D.Builder(kernel, 3).nOut(4).stride(stride, 1).activation(Activation.TANH).build())
                .layer(new Upsampling2D.Builder().size(new int[] {2, 3}).build())
                .layer(new ConvolutionLayer.Builder(1, 1).nOut(2).activation(Activation.IDENTITY).build())
                .layer(new CnnLossLayer.Builder(LossFunction.XENT).activation(Activation.SIGMOID).build())
                .setInputType(InputType.convolutional(13, 11, 2))), SIZE, 2);
    }

    @Test
    void paddingOfATransposedConvolutionIsCutOff() throws Exception {
        assertSame(network(chain(ConvolutionMode.Truncate).list()
                .layer(new Deconvolution2D.Builder(4, 3).nOut(4).stride(2, 2).padding(1, 2).hasBias(false).activation(Activation.TANH).build())
                .layer(new GlobalPoolingLayer(PoolingType.MAX))
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(13, 11, 2))), SIZE, 2);
    }

    @Test
    void slopesOfChannelsAndCentresOfClasses() throws Exception {
        assertSame(network(chain(ConvolutionMode.Same).list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.IDENTITY).build())
                .layer(new PReLULayer.Builder().inputShape(4, 13, 11).sharedAxes(2, 3).build())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.SUM).build())
                .layer(new CenterLossOutputLayer.Builder(LossFunction.MCXENT).nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(13, 11, 2))), SIZE, 2);
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = {"LEAKYRELU", "ELU", "SELU", "HARDSIGMOID", "RELU6", "SOFTPLUS",
        "SOFTSIGN", "SWISH", "MISH", "RRELU", "HARDTANH"})
    void activations(final Activation activation) throws Exception {
        assertSame(network(chain(ConvolutionMode.Same).list()
                .layer(new BatchNormalization())
                .layer(new ConvolutionLayer.Builder(3, 2).nOut(5).activation(activation).build())
                .layer(new GlobalPoolingLayer(PoolingType.MAX))
                .layer(new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(13, 11, 2))), SIZE, 2);
    }

    static NeuralNetConfiguration.Builder chain(final ConvolutionMode mode) {
        return new NeuralNetConfiguration.Builder().seed(1).convolutionMode(mode);
    }

    private static MultiLayerNetwork network(final ListBuilder layers) {
        final MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        randomize(network);
        return network;
    }

    /** Positive, because some parameters are variances. */
    static void randomize(final Model network) {
        if (network.numParams() > 0) {
            network.setParams(Nd4j.rand(network.params().dataType(), 1, network.numParams()).subi(0.3).muli(0.5).addi(0.16));
        }
    }

    private void assertSame(final MultiLayerNetwork network, final Optional<Size> size, final int channels) throws Exception {
        final INDArray images = Nd4j.rand(DataType.FLOAT, 3, channels, size.orElseThrow().rows(), size.orElseThrow().cols());
        Dl4jNumbersTest.assertClose(Dl4jNumbersTest.outputs(read(network, size), images), network.output(images));
    }

    private NetworkGraph read(final Model network, final Optional<Size> size) throws Exception {
        return new NetworkReader().read(save(network), size);
    }

    private Path save(final Model network) throws Exception {
        final Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        return file;
    }

    private static void forgetOrder(final Path file) throws Exception {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            final Path configuration = zip.getPath("configuration.json");
            final JsonObject json = JsonParser.parseString(Files.readString(configuration)).getAsJsonObject();
            assertThat(json.remove("topologicalOrder")).isNotNull();
            assertThat(json.remove("topologicalOrderStr")).isNotNull();
            Files.writeString(configuration, json.toString());
        }
    }
}
