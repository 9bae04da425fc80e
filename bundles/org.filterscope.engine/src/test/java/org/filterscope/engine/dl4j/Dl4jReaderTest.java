package org.filterscope.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks small enough to compute by hand, with parameters 1, 10, 100, … that tell which value met which weight. */
class Dl4jReaderTest {
    private static final String IDENTITY = "\"activationFn\": {\"@class\": \"org.nd4j.linalg.activations.impl.ActivationIdentity\"}";
    private static final String RELU = "\"activationFn\": {\"@class\": \"org.nd4j.linalg.activations.impl.ActivationReLU\"}";
    private static final String FLATTEN = "{\"@class\": \"org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor\","
            + " \"inputHeight\": 1, \"inputWidth\": 2, \"numChannels\": 2, \"format\": \"%s\"}";

    @TempDir
    Path folder;

    @Test
    void aConvolutionHasItsBiasFirstThenItsKernelRowByRow() throws Exception {
        final Dl4jZip zip = new Dl4jZip().layer("ConvolutionLayer", "\"nin\": 1, \"nout\": 2, \"kernelSize\": [1, 2], " + RELU)
                .coefficients(5, -5, 1, 10, -1, 1);
        // Filter 0: 5 + 1 * 3 + 10 * 4; filter 1: -5 - 3 + 4, below zero.
        assertOutput(zip, Optional.of(new Size(1, 2)), values(3, 4), 48, 0);
    }

    /** {@code W[input, output]} lies column by column. */
    @Test
    void aDenseLayerHasTheWeightsOfEachOutputTogetherThenItsBias() throws Exception {
        final Dl4jZip zip = new Dl4jZip().preprocessor(FLATTEN.formatted("NCHW"))
                .layer("OutputLayer", "\"nin\": 4, \"nout\": 2, " + IDENTITY).coefficients(1, 10, 100, 1000, 2, 20, 200, 2000, 0.5f, 0.25f);
        assertOutput(zip, Optional.empty(), values(1, 2, 3, 4), 4321.5f, 8642.25f);
    }

    /** The maps are channel 0: 1 2, channel 1: 3 4; channels last, the row is 1 3 2 4. */
    @Test
    void aDenseLayerOnChannelsLastMapsMeetsTheSameValuesAsInDeeplearning4j() throws Exception {
        final Dl4jZip zip = new Dl4jZip().preprocessor(FLATTEN.formatted("NHWC"))
                .layer("OutputLayer", "\"nin\": 4, \"nout\": 1, \"hasBias\": false, " + IDENTITY).coefficients(1, 10, 100, 1000);
        assertOutput(zip, Optional.empty(), values(1, 2, 3, 4), 4231);
    }

    @Test
    void batchNormalizationHasFactorSummandMeanVariance() throws Exception {
        final Dl4jZip zip = new Dl4jZip()
                .conf("{\"variables\": [\"gamma\", \"beta\", \"mean\", \"var\"], \"layer\": {\"@class\": "
                        + "\"org.deeplearning4j.nn.conf.layers.BatchNormalization\", \"nin\": 2, \"nout\": 2, \"eps\": 0}}")
                .coefficients(2, 3, 10, 20, 1, 2, 4, 9);
        // 2 (5 - 1) / 2 + 10; 3 (8 - 2) / 3 + 20
        assertOutput(zip, Optional.of(new Size(1, 1)), values(5, 8), 14, 26);
    }

    @Test
    void newerBatchNormalizationHasTheLogarithmOfTheDeviation() throws Exception {
        final Dl4jZip zip = new Dl4jZip()
                .conf("{\"variables\": [\"mean\", \"log10stdev\"], \"layer\": {\"@class\": "
                        + "\"org.deeplearning4j.nn.conf.layers.BatchNormalization\","
                        + " \"nin\": 1, \"nout\": 1, \"eps\": 0, \"lockGammaBeta\": true}}")
                .coefficients(1, 2);
        assertOutput(zip, Optional.of(new Size(1, 1)), values(301), 3);
    }

    @Test
    void anOldNetworkReadsLikeANewOne() throws Exception {
        final Dl4jZip zip = new Dl4jZip()
                .preprocessor("{\"feedForwardToCnn\": {\"inputHeight\": 2, \"inputWidth\": 2, \"numChannels\": 1}}")
                .oldLayer("convolution", "\"layerName\": \"conv\", \"nin\": 1, \"nout\": 1, \"kernelSize\": [1, 1], \"stride\": [1, 1], "
                        + "\"padding\": [0, 0], \"convolutionMode\": \"Strict\", \"activationFn\": {\"ReLU\": {}}")
                .oldLayer("subsampling", "\"poolingType\": \"MAX\", \"kernelSize\": [1, 2], \"stride\": [1, 2], \"padding\": [0, 0]")
                .preprocessor("{\"cnnToFeedForward\": {\"inputHeight\": 2, \"inputWidth\": 1, \"numChannels\": 1}}")
                .oldLayer("output", "\"nin\": 2, \"nout\": 1, \"activationFunction\": \"identity\"").oldCoefficients(1, 2, 10, 1, 0.5f);
        // 2 x + 1: 3 5 / 7 9; maxima 5 and 9
        assertOutput(zip, Optional.empty(), values(1, 2, 3, 4), 59.5f);
        final NetworkGraph graph = read(zip, Optional.empty());
        assertThat(graph.nodes().stream().map(Node::name)).containsExactly("input", "conv/linear", "conv", "layer1", "layer2/flatten",
                "layer2");
        assertThat(graph.input()).isEqualTo(new Shape(1, 2, 2));
    }

    /** Vertices stand in another order than they run; "late" comes first in the file, but its weight is the second. */
    @Test
    void aGraphTakesItsParametersInTheOrderOfTheRun() throws Exception {
        final Dl4jZip zip = new Dl4jZip().graph("""
                {"networkInputs": ["in"], "networkOutputs": ["sum"],
                 "vertices": {"sum": {"ElementWiseVertex": {"op": "Add"}}, "late": %s, "early": %s, "dead": {"MergeVertex": {}}},
                 "vertexInputs": {"sum": ["late", "in"], "late": ["early"], "early": ["in"], "dead": ["in", "in"]}}
                """.formatted(oldConvolution("late"), oldConvolution("early"))).oldCoefficients(1, 10, 2, 100);
        // early: 10 x + 1; late: 100 early + 2; sum: late + x
        assertOutput(zip, Optional.of(new Size(1, 1)), values(3), 3105);
        assertThat(read(zip, Optional.of(new Size(1, 1))).nodes().stream().map(Node::name)).containsExactly("in", "early", "late", "sum");
    }

    @Test
    void anEmptySizeIsToldAndAWrongOneToo() {
        final Dl4jZip zip = new Dl4jZip().layer("ConvolutionLayer", "\"nin\": 1, \"nout\": 2, \"kernelSize\": [1, 2], " + RELU);
        Refusals.assertRefused(zip.coefficients(1, 2, 3, 4, 5, 6).write(folder.resolve("open.zip")), "leaves the input's size open");
    }

    private static String oldConvolution(final String name) {
        return ("{\"LayerVertex\": {\"layerConf\": {\"layer\": {\"convolution\": {\"layerName\": \"%s\", \"nin\": 1, \"nout\": 1, "
                + "\"kernelSize\": [1, 1], \"activationFn\": {\"Identity\": {}}}}}}}").formatted(name);
    }

    private NetworkGraph read(final Dl4jZip zip, final Optional<Size> size) throws InvalidNetworkException {
        return new NetworkReader().read(zip.write(folder.resolve("model.bin")), size);
    }

    private void assertOutput(final Dl4jZip zip, final Optional<Size> size, final float[] input, final float... expected) throws Exception {
        final NetworkGraph graph = read(zip, size);
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            assertThat(session.predict(new FeatureMaps(1, graph.input(), input)).values()).containsExactly(expected, within(1e-5f));
        }
    }

    private static float[] values(final float... values) {
        return values;
    }
}
