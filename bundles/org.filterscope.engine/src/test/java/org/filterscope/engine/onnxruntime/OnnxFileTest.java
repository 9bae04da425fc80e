package org.filterscope.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.filterscope.engine.onnxruntime.Networks.node;
import static org.filterscope.engine.onnxruntime.Networks.tensor;
import static org.filterscope.engine.onnxruntime.Networks.window;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Sampling.Coordinates;
import org.filterscope.engine.graph.Sampling.Interpolation;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.onnx.write.OnnxWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

/** The file that others get: ONNX Runtime checks it on loading, and must get the numbers out of it that we get. */
class OnnxFileTest {
    @TempDir
    Path folder;

    /** Every operator in one network. */
    private static NetworkGraph everything() throws Exception {
        final Random random = new Random(11);
        final List<Node> nodes = new ArrayList<>();
        nodes.add(node("affine", new Affine(tensor(random, 2), tensor(random, 2)), "input"));
        nodes.add(node("a/b", Networks.convolution(random, 4, 2, window(3, 2, new Padding(1, 0, 2, 1)), 2), "affine"));
        nodes.add(node("normal", new BatchNormalization(tensor(random, 4), tensor(random, 4), tensor(random, 4), Tensor.vector(1, 2, 3, 4), 1e-3),
                "a/b"));
        nodes.add(node("identity", new Identity(), "normal"));
        nodes.add(node("slope", new ParametricRelu(tensor(random, 4)), "identity"));
        nodes.add(node("up", new TransposedConvolution(tensor(random, 4, 3, 3, 3), tensor(random, 3), window(3, 2, new Padding(1, 1, 1, 1)), 1, 1,
                1), "slope"));
        nodes.add(node("lrn", new LocalResponseNormalization(3, 2, 0.1, 0.75), "up"));
        nodes.add(node("highest", new Pooling(Reduction.MAXIMUM, window(2, 2, new Padding(0, 0, 1, 1))), "lrn"));
        nodes.add(node("mean", new Pooling(Reduction.AVERAGE, window(2, 2, new Padding(1, 1, 1, 1)), new Padding(1, 1, 0, 0)), "lrn"));
        nodes.add(node("padded", new ZeroPadding(new Padding(1, 2, 0, 1)), "highest"));
        nodes.add(node("cropped", new Cropping(new Padding(1, 2, 0, 1)), "padded"));
        nodes.add(node("larger", new Resize(new Sampling(6, 15, 2.5, Interpolation.LINEAR, Coordinates.HALF_PIXEL),
                new Sampling(5, 10, 2, Interpolation.LINEAR, Coordinates.HALF_PIXEL)), "mean"));
        nodes.add(node("smaller", new Resize(new Sampling(15, 5, 1 / 3.0, Interpolation.NEAREST_FLOOR, Coordinates.ASYMMETRIC),
                new Sampling(10, 4, 0.4, Interpolation.NEAREST_FLOOR, Coordinates.ASYMMETRIC)), "larger"));
        nodes.add(node("max", new Maximum(), "cropped", "smaller", "highest"));
        nodes.add(node("sum", new Add(), "max", "cropped", "smaller"));
        nodes.add(node("average", new Mean(), "sum", "max"));
        nodes.add(node("global", new GlobalPooling(Reduction.AVERAGE), "average"));
        nodes.add(node("brightest", new GlobalPooling(Reduction.MAXIMUM), "average"));
        nodes.add(node("weighted", new Multiply(), "average", "global", "brightest"));
        nodes.add(node("picked", new ChannelSelection(List.of(2, 0, 2)), "weighted"));
        nodes.add(node("joined", new Concatenate(), "picked", "weighted"));
        String last = "joined";
        for (final Function function : Function.values()) {
            final Activation activation = function == Function.CLIP ? new Activation(function, -3, 4) : new Activation(function, 1 / 6.0, 0.5);
            nodes.add(node(function.name(), activation, last));
            last = function.name();
        }
        nodes.add(node("shaped", new Reshape(new Shape(3, 10, 4), Reshape.Order.CHANNELS_LAST), last));
        nodes.add(node("flat", new Flatten(), "shaped"));
        nodes.add(node("dense", new Dense(tensor(random, 5, 120), tensor(random, 5)), "flat"));
        nodes.add(node("softmax", new Softmax(), "dense"));
        return Networks.of(new Shape(2, 9, 9), nodes.toArray(Node[]::new));
    }

    @Test
    void aSavedNetworkComputesTheSame() throws Exception {
        final NetworkGraph graph = everything();
        final FeatureMaps batch = Networks.maps(new Random(12), 3, graph.input());
        final Path file = folder.resolve("everything.onnx");
        new OnnxWriter("0.1.0").write(graph, file);
        try (NetworkSession session = OnnxRuntimeExecutor.load(1).open(graph)) {
            assertThat(run(file, batch)).containsExactly(session.predict(batch).values(), within(1e-5f));
        }
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining(path -> !path.equals(file));
    }

    /** No layer is hidden in a way that readers would not find: names, open number of images, operators of ONNX itself. */
    @Test
    void namesAndShapesAreThoseOfTheNetwork() throws Exception {
        final NetworkGraph graph = Networks.of(new Shape(2, 4, 4), node("pool", new GlobalPooling(Reduction.AVERAGE), "input"));
        final Path file = folder.resolve("pool.onnx");
        new OnnxWriter("0.1.0").write(graph, file);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            final TensorInfo input = (TensorInfo) session.getInputInfo().get("input").getInfo();
            assertThat(input.getShape()).containsExactly(-1, 2, 4, 4);
            assertThat(input.getDimensionNames()[0]).isEqualTo("images");
            assertThat(((TensorInfo) session.getOutputInfo().get("pool").getInfo()).getShape()).containsExactly(-1, 2);
            assertThat(session.getMetadata().getProducerName()).isEqualTo("Filterscope");
        }
    }

    @Test
    void aFileIsReplacedAsAWholeOrNotAtAll() throws Exception {
        final NetworkGraph graph = Networks.of(Shape.vector(2), node("same", new Identity(), "input"));
        final Path file = folder.resolve("model.onnx");
        Files.writeString(file, "something else");
        new OnnxWriter("0.1.0").write(graph, file);
        assertThat(run(file, new FeatureMaps(1, Shape.vector(2), new float[] {3, 4}))).containsExactly(3, 4);
        assertThatThrownBy(() -> new OnnxWriter("0.1.0").write(graph, folder.resolve("nowhere/model.onnx"))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nowhere/model.onnx: cannot be written");
    }

    /** Layers share their weights here, so that 2.4 GB of them take 100 MB. */
    @Test
    void aNetworkTooLargeForTheFormatIsRefusedBeforeAnythingIsWritten() throws Exception {
        final Tensor shared = new Tensor(List.of(5000, 5000), new float[25_000_000]);
        final Tensor bias = Tensor.vector(new float[5000]);
        final List<Node> nodes = new ArrayList<>();
        String last = "input";
        for (int i = 0; i < 24; i++) {
            nodes.add(node("dense" + i, new Dense(shared, bias), last));
            last = "dense" + i;
        }
        final NetworkGraph graph = Networks.of(Shape.vector(5000), nodes.toArray(Node[]::new));
        assertThatThrownBy(() -> new OnnxWriter("0.1.0").write(graph, folder.resolve("huge.onnx"))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("huge.onnx: the network takes 2.4 GB, an ONNX file holds no more than 2");
        assertThat(folder).isEmptyDirectory();
    }

    private static float[] run(final Path file, final FeatureMaps batch) throws Exception {
        final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        final Shape shape = batch.shape();
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(batch.values()),
                        new long[] {batch.images(), shape.channels(), shape.rows(), shape.cols()});
                OrtSession.Result result = session.run(Map.of("input", input))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        }
    }
}
