package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
import org.junit.jupiter.api.Test;

/**
 * A network to be done by hand, from the tests of Captum (BSD 3-Clause): two 3 × 3 kernels of ones with biases −50 and −75 on a map of 0 to 15,
 * ReLU, a dense layer whose rows are 1, 1, 1, 1, 1, −1, −1, −1, ReLU. Guided back-propagation is the value that Captum expects.
 */
class ToyNetworkTest {
    private static final Shape SHAPE = new Shape(1, 4, 4);

    @Test
    void plain() throws Exception {
        final Gradients found = gradients(ReluRule.GRADIENT);
        assertThat(found.value("score").values()).containsExactly(54, 54, 54, 54);
        assertThat(found.value("maps").values()).containsExactly(-5, 4, 31, 40, -30, -21, 6, 15);
        assertThat(found.gradient("maps").values()).containsExactly(new float[] {0, 1, 1, 1, 0, 0, -1, -1}, within(0f));
        assertThat(found.gradient("relu").values()).containsExactly(1, 1, 1, 1, 1, -1, -1, -1);
        assertThat(found.gradient("input").values()).containsExactly(0, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void guided() throws Exception {
        assertThat(gradients(ReluRule.GUIDED).gradient("input").values()).containsExactly(0, 1, 1, 1, 1, 3, 3, 2, 1, 3, 3, 2, 1, 2, 2, 1);
    }

    @Test
    void deconvolution() throws Exception {
        assertThat(gradients(ReluRule.DECONVOLUTION).gradient("input").values()).containsExactly(2, 3, 3, 1, 3, 5, 5, 2, 3, 5, 5, 2, 1, 2, 2, 1);
    }

    private static Gradients gradients(final ReluRule rule) throws Exception {
        final float[] ones = new float[18];
        Arrays.fill(ones, 1);
        final float[] rows = new float[32];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % 8 < 5 ? 1 : -1;
        }
        final NetworkGraph graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(SHAPE), List.of()),
                        new Node("maps", new Convolution(new Tensor(List.of(2, 1, 3, 3), ones), Tensor.vector(-50, -75),
                                new Window(3, 3, 1, 1, 1, 1, Padding.NONE)), List.of("input")),
                        new Node("relu", new Activation(Function.RELU), List.of("maps")),
                        new Node("flat", new Flatten(), List.of("relu")),
                        new Node("dense", new Dense(new Tensor(List.of(4, 8), rows), Tensor.vector(0, 0, 0, 0)), List.of("flat")),
                        new Node("score", new Activation(Function.RELU), List.of("dense"))));
        final float[] image = new float[16];
        for (int i = 0; i < image.length; i++) {
            image[i] = i;
        }
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            return session.gradients(Pass.of(graph, new FeatureMaps(1, SHAPE, image)), Target.logit(graph, 0),
                    Set.of("input", "maps", "relu"), rule);
        }
    }
}
