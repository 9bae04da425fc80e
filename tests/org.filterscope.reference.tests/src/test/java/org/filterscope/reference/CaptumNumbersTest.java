package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.Gson;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
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
import org.filterscope.reference.AttributionNumbersTest.GradCam;
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
        final Pass pass = Pass.of(graph, new FeatureMaps(1, graph.input(), picture));
        final Target target = Target.channel(graph, "relu2", 0);
        try (NetworkSession session = executor.open(graph)) {
            final Gradients plain = session.gradients(pass, target, Set.of("conv", "relu1"), ReluRule.GRADIENT);
            assertMap(GradCam.map(plain.value("conv"), plain.gradient("conv")), expected.expected.get("gradcam_conv_output"));
            assertMap(GradCam.map(plain.value("relu1"), plain.gradient("relu1")), expected.expected.get("gradcam_relu_output"));
            final FeatureMaps guided = session.gradients(pass, target, Set.of("input"), ReluRule.GUIDED).gradient("input");
            final double[][] rows = new double[4][4];
            for (int i = 0; i < 16; i++) {
                rows[i / 4][i % 4] = guided.values()[i];
            }
            assertMap(rows, expected.expected.get("guided_backprop_input"));
        }
    }

    private static void assertMap(final double[][] found, final Expected.Value expected) {
        assertThat(found).hasDimensions(expected.value.length, expected.value[0].length);
        for (int row = 0; row < found.length; row++) {
            assertThat(found[row]).as("row %d", row).containsExactly(expected.value[row], within(1e-4));
        }
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
