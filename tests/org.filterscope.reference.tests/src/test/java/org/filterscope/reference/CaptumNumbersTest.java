package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import org.filterscope.analysis.attribution.GradCam;
import org.filterscope.analysis.attribution.PixelGradient;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The small network of Captum's own tests (BSD-3-Clause), with the attributions that its tests expect; all numbers are exact in binary. */
class CaptumNumbersTest {

    /** {@code expected.json}. */
    private record Expected(Map<String, Value> expected) {
        private record Value(double[][] value) {
        }
    }

    static List<Executor> executors() throws Exception {
        return Executors.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("executors")
    void gradCamAndGuidedBackpropagationAreThoseOfCaptum(final Executor executor) throws Exception {
        final Expected expected = new Gson().fromJson(Files.readString(ReferenceData.find().file("reference/captum-toy/expected.json")),
                Expected.class);
        final NetworkGraph graph = network();
        final float[] picture = new float[16];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = i;
        }
        final FeatureMaps input = new FeatureMaps(1, graph.input(), picture);
        try (NetworkSession session = executor.open(graph)) {
            assertMap(new GradCam("conv").map(session, input, 0, Progress.NONE).values(), expected.expected.get("gradcam_conv_output"));
            assertMap(new GradCam("relu1").map(session, input, 0, Progress.NONE).values(), expected.expected.get("gradcam_relu_output"));
            assertMap(doubles(PixelGradient.guided().byColour(session, input, 0, Progress.NONE).values()),
                    expected.expected.get("guided_backprop_input"));
        }
    }

    private static void assertMap(final double[] found, final Expected.Value expected) {
        assertThat(found).containsExactly(Arrays.stream(expected.value).flatMapToDouble(Arrays::stream).toArray(), within(1e-4));
    }

    private static double[] doubles(final float[] values) {
        final double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    private static NetworkGraph network() throws Exception {
        final float[] ones = new float[18];
        Arrays.fill(ones, 1);
        final float[] rows = new float[32];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % 8 < 5 ? 1 : -1;
        }
        return new NetworkGraph("test", List.of(
                new Node("input", new Input(new Shape(1, 4, 4)), List.of()),
                new Node("conv", new Convolution(new Tensor(List.of(2, 1, 3, 3), ones), Tensor.vector(-50, -75),
                        new Window(3, 3, 1, 1, 1, 1, Padding.NONE)), List.of("input")),
                new Node("relu1", new Activation(Function.RELU), List.of("conv")),
                new Node("flat", new Flatten(), List.of("relu1")),
                new Node("dense", new Dense(new Tensor(List.of(4, 8), rows), Tensor.vector(0, 0, 0, 0)), List.of("flat")),
                new Node("relu2", new Activation(Function.RELU), List.of("dense"))));
    }
}
