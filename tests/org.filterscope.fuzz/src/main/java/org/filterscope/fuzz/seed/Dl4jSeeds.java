package org.filterscope.fuzz.seed;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.fuzz.mutation.ZipParts;
import org.filterscope.fuzz.mutation.ZipParts.Part;

/** Models as Deeplearning4j's ModelSerializer writes them, byte by byte; with serialised objects beside the network, as there are in real ones. */
public final class Dl4jSeeds {
    private static final String RELU = "\"activationFn\": {\"@class\": \"org.nd4j.linalg.activations.impl.ActivationReLU\", \"max\": null}";
    private static final String SOFTMAX = "\"activationFn\": {\"@class\": \"org.nd4j.linalg.activations.impl.ActivationSoftmax\"}";
    private static final String MAPS = "{\"@class\": \"org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor\","
            + " \"inputHeight\": 6, \"inputWidth\": 6, \"numChannels\": 2}";
    private static final String FLATTEN = "{\"@class\": \"org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor\","
            + " \"inputHeight\": 2, \"inputWidth\": 2, \"numChannels\": 3, \"format\": \"NCHW\"}";
    /** Of both networks. */
    private static final int WEIGHTS = 3 + 3 * 2 * 9 + 4 * 3 + 2 * 12 + 2;

    private Dl4jSeeds() {
    }

    /** A chain of layers, a graph of the same, and a chain in the words and numbers of old versions. */
    public static List<byte[]> all() {
        return List.of(model(chain(), array(false, WEIGHTS, WEIGHTS)), model(graph(), array(false, WEIGHTS, WEIGHTS)),
                model("{\"confs\": [{\"layer\": {\"convolution\": {\"nin\": 2, \"nout\": 2, \"kernelSize\": [1, 1],"
                        + " \"activationFn\": {\"Identity\": {}}}}}],"
                        + " \"inputPreProcessors\": {\"0\": {\"feedForwardToCnn\": {\"inputHeight\": 2, \"inputWidth\": 2, \"numChannels\": 2}}}}",
                        array(true, 6, 6)));
    }

    /** The zip of a description and its coefficients. */
    public static byte[] model(final String json, final byte[] coefficients) {
        final byte[] object = Payload.serialized();
        return ZipParts.write(List.of(new Part("configuration.json", json.getBytes(StandardCharsets.UTF_8)), 
                new Part("coefficients.bin", coefficients),
                new Part("updaterState.bin", object), new Part("preprocessor.bin", object), new Part("normalizer.bin", object)));
    }

    /** A description of a chain of layers. */
    public static String chain() {
        final List<String> confs = new ArrayList<>();
        for (final Layer layer : layers()) {
            confs.add("{\"layer\": %s, \"variables\": [%s]}".formatted(layer.json, layer.variables));
        }
        return "{\"backpropType\": \"Standard\", \"confs\": [%s], \"inputPreProcessors\": {\"0\": %s, \"4\": %s}}"
                .formatted(String.join(", ", confs), MAPS,
                FLATTEN);
    }

    private record Layer(String name, String json, String variables) {
        private static Layer of(final String name, final String kind, final String settings, final String variables) {
            return new Layer(name, "{\"@class\": \"org.deeplearning4j.nn.conf.layers.%s\", \"layerName\": \"%s\", %s}"
                    .formatted(kind, name, settings),
                    variables);
        }
    }

    private static List<Layer> layers() {
        return List.of(
                Layer.of("conv", "ConvolutionLayer", "\"nin\": 2, \"nout\": 3, \"kernelSize\": [3, 3], \"stride\": [1, 1], \"padding\": [0, 0], "
                        + "\"dilation\": [1, 1], \"convolutionMode\": \"Truncate\", \"hasBias\": true, " + RELU, "\"W\", \"b\""),
                Layer.of("norm", "BatchNormalization", "\"nin\": 3, \"nout\": 3, \"eps\": 1.0E-5, \"lockGammaBeta\": false",
                        "\"gamma\", \"beta\", \"mean\", \"var\""),
                Layer.of("pool", "SubsamplingLayer", "\"kernelSize\": [2, 2], \"stride\": [2, 2], \"padding\": [0, 0], \"poolingType\": \"MAX\", "
                        + "\"convolutionMode\": \"Truncate\"", ""),
                Layer.of("relu", "ActivationLayer", RELU, ""),
                Layer.of("out", "OutputLayer", "\"nin\": 12, \"nout\": 2, " + SOFTMAX, "\"W\", \"b\""));
    }

    private static String graph() {
        final List<String> vertices = new ArrayList<>();
        final List<String> inputs = new ArrayList<>();
        String last = "in";
        for (final Layer layer : layers()) {
            final String preprocessor = layer.name.equals("conv") ? MAPS : layer.name.equals("out") ? FLATTEN : "null";
            vertices.add(("\"%s\": {\"@class\": \"org.deeplearning4j.nn.conf.graph.LayerVertex\", "
                    + "\"layerConf\": {\"layer\": %s, \"variables\": [%s]},"
                    + " \"preProcessor\": %s}").formatted(layer.name, layer.json, layer.variables, preprocessor));
            inputs.add("\"%s\": [\"%s\"]".formatted(layer.name, last));
            last = layer.name;
        }
        return "{\"networkInputs\": [\"in\"], \"networkOutputs\": [\"out\"], \"vertices\": {%s}, \"vertexInputs\": {%s}}".formatted(
                String.join(", ", vertices), String.join(", ", inputs));
    }

    /**
     * Numbers in ND4J's stream format.
     *
     * @param old     whether lengths have 32 bits
     * @param claimed how many the header tells
     * @param count   how many there are
     */
    public static byte[] array(final boolean old, final long claimed, final int count) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            final long[] shape = {2, 1, claimed, 1, 1, 0, 1, 99};
            data.writeUTF(old ? "JAVACPP" : "MIXED_DATA_TYPES");
            length(data, old, shape.length);
            data.writeUTF(old ? "INT" : "LONG");
            for (final long number : shape) {
                length(data, old, number);
            }
            data.writeUTF(old ? "JAVACPP" : "MIXED_DATA_TYPES");
            length(data, old, claimed);
            data.writeUTF("FLOAT");
            for (int i = 0; i < count; i++) {
                data.writeFloat(0.5f + i);
            }
            return bytes.toByteArray();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void length(final DataOutputStream data, final boolean old, final long number) throws IOException {
        if (old) {
            data.writeInt((int) number);
        } else {
            data.writeLong(number);
        }
    }
}
