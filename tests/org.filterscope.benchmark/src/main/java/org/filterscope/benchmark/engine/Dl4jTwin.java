package org.filterscope.benchmark.engine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A network of the benchmark said again in Deeplearning4j's layers, with the same weights. */
final class Dl4jTwin {
    private final NetworkGraph network;
    private final Map<String, INDArray> weights = new LinkedHashMap<>();

    Dl4jTwin(final NetworkGraph network) {
        this.network = network;
    }

    ComputationGraph graph() {
        final Shape input = network.input();
        final String first = network.nodes().getFirst().name();
        final GraphBuilder builder = new NeuralNetConfiguration.Builder().convolutionMode(ConvolutionMode.Truncate)
                .activation(Activation.IDENTITY).graphBuilder().addInputs(first)
                .setInputTypes(InputType.convolutional(input.rows(), input.cols(), input.channels()));
        network.nodes().stream().skip(1).forEach(node -> add(builder, node));
        final ComputationGraph graph = new ComputationGraph(builder.setOutputs(network.output().name()).build());
        graph.init();
        weights.forEach((name, values) -> {
            graph.getParam(name).assign(values);
            values.close();
        });
        return graph;
    }

    private void add(final GraphBuilder builder, final Node node) {
        final String name = node.name();
        final String[] inputs = node.inputs().toArray(String[]::new);
        switch (node.operator()) {
            case Operator.Add add -> builder.addVertex(name, new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs);
            case Operator.Concatenate concatenate -> builder.addVertex(name, new MergeVertex(), inputs);
            case Operator.Flatten flatten -> {
                final Shape below = network.shape(inputs[0]);
                builder.addVertex(name,
                        new PreprocessorVertex(new CnnToFeedForwardPreProcessor(below.rows(), below.cols(), below.channels())), inputs);
            }
            default -> builder.addLayer(name, layer(node), inputs);
        }
    }

    private Layer layer(final Node node) {
        final Shape input = network.shape(node.inputs().getFirst());
        return switch (node.operator()) {
            case Convolution(Tensor kernels, Tensor bias, Window window, int groups) -> {
                weight(node, "b", bias);
                if (groups > 1) {
                    weights.put(node.name() + "_W", array(kernels).permute(2, 3, 0, 1));
                    yield new DepthwiseConvolution2D.Builder(kernel(window)).stride(stride(window)).padding(padding(window))
                            .nIn(input.channels()).nOut(kernels.length(0)).depthMultiplier(1).build();
                }
                weight(node, "W", kernels);
                yield new ConvolutionLayer.Builder(kernel(window)).stride(stride(window)).padding(padding(window)).nIn(input.channels())
                        .nOut(kernels.length(0)).build();
            }
            case Pooling(var reduction, Window window, var counted) -> new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(kernel(window)).stride(stride(window)).padding(padding(window)).build();
            case GlobalPooling pooling -> new GlobalPoolingLayer(PoolingType.AVG);
            case Operator.BatchNormalization(Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) -> {
                weight(node, "gamma", gamma);
                weight(node, "beta", beta);
                weight(node, "mean", mean);
                weight(node, "var", variance);
                yield new BatchNormalization.Builder().nIn(input.channels()).nOut(input.channels()).eps(epsilon).useLogStd(false).build();
            }
            case Operator.Activation relu -> new ActivationLayer(Activation.RELU);
            case Dense(Tensor matrix, Tensor bias) -> {
                weight(node, "b", bias);
                weights.put(node.name() + "_W", array(matrix).transpose());
                yield new DenseLayer.Builder().nIn(matrix.length(1)).nOut(matrix.length(0)).build();
            }
            default -> throw new IllegalArgumentException("no layer of these networks: " + node.operator().kind());
        };
    }

    private void weight(final Node node, final String parameter, final Tensor values) {
        weights.put(node.name() + "_" + parameter, array(values));
    }

    private static INDArray array(final Tensor tensor) {
        return Nd4j.createFromArray(tensor.values()).reshape(tensor.shape().stream().mapToInt(Integer::intValue).toArray());
    }

    private static int[] kernel(final Window window) {
        return new int[] {window.rows(), window.cols()};
    }

    private static int[] stride(final Window window) {
        return new int[] {window.strideRows(), window.strideCols()};
    }

    private static int[] padding(final Window window) {
        return new int[] {window.padding().top(), window.padding().left()};
    }
}
