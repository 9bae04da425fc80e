package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Gradients through a network with a square and a by-pass: {@code a} = 3 input, {@code square} = a², {@code dropout} = a, {@code sum} = square +
 * dropout, {@code output} = 10 sum. So output = 90 x² + 30 x, for two images of two channels.
 */
class BackwardTest {
    private static final Shape SHAPE = Shape.vector(2);
    private static final FeatureMaps BATCH = maps(2, 1, 2, -1, 0);
    private static final Set<String> ALL = Set.of("input", "a", "square", "dropout", "sum", "output");

    private NetworkSession session;
    private NetworkGraph graph;

    @BeforeEach
    void open() throws Exception {
        graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(SHAPE), List.of()), new Node("a", times(3), List.of("input")),
                        new Node("square", new Multiply(), List.of("a", "a")), new Node("dropout", new Identity(), List.of("a")),
                        new Node("sum", new Add(), List.of("square", "dropout")), new Node("output", times(10), List.of("sum"))));
        session = Nd4jExecutor.load().open(graph);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void gradientsOfAResultThatSeveralLayersTakeAddUp() {
        final Gradients found = session.gradients(Pass.of(graph, BATCH), Target.channel(graph, "output", 0), ALL, ReluRule.GRADIENT);
        assertThat(found.gradient("input").values()).containsExactly(210, 0, -150, 0);
        assertThat(found.gradient("a").values()).containsExactly(70, 0, -50, 0);
        assertThat(found.gradient("square").values()).containsExactly(10, 0, 10, 0);
        assertThat(found.gradient("output").values()).containsExactly(1, 0, 1, 0);
        assertThat(found.value("output").values()).containsExactly(120, 420, 60, 0);
        assertThat(found.value("a").values()).containsExactly(3, 6, -3, 0);
    }

    /** An identity has its input's values, but only those gradients that come through it. */
    @Test
    void anIdentityHasAGradientOfItsOwn() {
        final Gradients found = session.gradients(Pass.of(graph, BATCH), Target.channel(graph, "sum", 0), Set.of("a", "dropout"),
                ReluRule.GRADIENT);
        assertThat(found.gradient("dropout").values()).containsExactly(1, 0, 1, 0);
        assertThat(found.gradient("a").values()).containsExactly(7, 0, -5, 0);
        final Gradients below = session.gradients(Pass.of(graph, BATCH), Target.channel(graph, "a", 1), Set.of("a", "dropout"),
                ReluRule.GRADIENT);
        assertThat(below.gradient("dropout").values()).containsOnly(0);
        assertThat(below.gradient("a").values()).containsExactly(0, 1, 0, 1);
    }

    @Test
    void eachImageHasItsOwnSeed() {
        final Gradients found = session.gradients(Pass.of(graph, BATCH), Target.logits(graph, 1, 0), Set.of("input"), ReluRule.GRADIENT);
        assertThat(found.gradient("input").values()).containsExactly(0, 390, -150, 0);
    }

    @Test
    void whatTheTargetDoesNotDependOnHasTheGradientZero() {
        final Gradients found = session.gradients(Pass.of(graph, BATCH), Target.channel(graph, "a", 0), ALL, ReluRule.GRADIENT);
        assertThat(found.gradient("output").values()).containsExactly(0, 0, 0, 0);
        assertThat(found.gradient("input").values()).containsExactly(3, 0, 3, 0);
        assertThat(found.value("output").values()).containsExactly(120, 420, 60, 0);
    }

    @Test
    void aGivenLayerHidesWhatLiesBelowIt() {
        final Pass dropoutGiven = new Pass(Map.of("input", BATCH, "dropout", maps(2, 5, 5, 5, 5)), List.of());
        final Gradients found = session.gradients(dropoutGiven, Target.channel(graph, "sum", 0), Set.of("dropout", "a"), ReluRule.GRADIENT);
        assertThat(found.gradient("dropout").values()).containsExactly(1, 0, 1, 0);
        assertThat(found.gradient("a").values()).containsExactly(6, 0, -6, 0);
        assertThat(found.value("dropout").values()).containsExactly(5, 5, 5, 5);
        assertThatThrownBy(() -> session.gradients(Pass.from("a", BATCH), Target.channel(graph, "sum", 0), Set.of("input"),
                ReluRule.GRADIENT)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'input'").hasMessageContaining("'a'");
    }

    @Test
    void anEditedLayersGradientIsThatByItsEditedValueAndBelowItTheEditDampsIt() {
        // a is moved a quarter of the way to 11: (3, 6, −3, 0) to (5, 7.25, 0.5, 2.75).
        final Pass pass = Pass.of(graph, BATCH).with(new Edit("a", scalar(0.25f), scalar(11)));
        final Gradients found = session.gradients(pass, Target.channel(graph, "sum", 0), Set.of("input", "a"), ReluRule.GRADIENT);
        assertThat(found.value("a").values()).containsExactly(5, 7.25f, 0.5f, 2.75f);
        assertThat(found.gradient("a").values()).containsExactly(11, 0, 2, 0);
        assertThat(found.gradient("input").values()).containsExactly(24.75f, 0, 4.5f, 0);
        final Pass target = Pass.of(graph, BATCH).with(new Edit("sum", scalar(0.5f), scalar(0)));
        final Gradients edited = session.gradients(target, Target.channel(graph, "sum", 0), Set.of("sum", "a"), ReluRule.GRADIENT);
        assertThat(edited.gradient("sum").values()).containsExactly(1, 0, 1, 0);
        assertThat(edited.gradient("a").values()).containsExactly(3.5f, 0, -2.5f, 0);
    }

    @Test
    void anEditOfAnIdentityDampsOnlyTheGradientThroughIt() {
        final Pass pass = Pass.of(graph, BATCH).with(new Edit("dropout", scalar(0.5f), scalar(0)));
        final Gradients found = session.gradients(pass, Target.channel(graph, "sum", 0), Set.of("dropout", "a"), ReluRule.GRADIENT);
        assertThat(found.gradient("dropout").values()).containsExactly(1, 0, 1, 0);
        assertThat(found.gradient("a").values()).containsExactly(6.5f, 0, -5.5f, 0);
    }

    /** ReLU and what is ReLU cut off follow the rule, at values −1, 1, 4 and gradients 2, −3, 5; clipping from −2 does not. */
    @Test
    void onlyRectifiersFollowTheRule() throws Exception {
        final float[] x = {-1, 1, 4};
        final float[] g = {2, -3, 5};
        assertThat(rectified(new Activation(Function.RELU), ReluRule.GRADIENT, x, g)).containsExactly(0, -3, 5);
        assertThat(rectified(new Activation(Function.RELU), ReluRule.GUIDED, x, g)).containsExactly(0, 0, 5);
        assertThat(rectified(new Activation(Function.RELU), ReluRule.DECONVOLUTION, x, g)).containsExactly(2, 0, 5);
        final Activation cutOff = new Activation(Function.CLIP, 0, 3);
        assertThat(rectified(cutOff, ReluRule.GRADIENT, x, g)).containsExactly(0, -3, 0);
        assertThat(rectified(cutOff, ReluRule.GUIDED, x, g)).containsExactly(0, 0, 0);
        assertThat(rectified(cutOff, ReluRule.DECONVOLUTION, x, g)).containsExactly(2, 0, 5);
        for (final ReluRule rule : ReluRule.values()) {
            assertThat(rectified(new Activation(Function.CLIP, -2, 3), rule, x, g)).containsExactly(2, -3, 0);
            assertThat(rectified(new Activation(Function.LEAKY_RELU, 0.5, 0), rule, x, g)).containsExactly(1, -3, 5);
        }
    }

    /** PyTorch's choices: flat at the kinks of ReLU, clipping and the hard functions; the slope from the left for the others. */
    @Test
    void derivativesAtKinks() throws Exception {
        assertThat(atKink(new Activation(Function.RELU), 0)).isZero();
        assertThat(atKink(new Activation(Function.CLIP, -1, 2), -1)).isZero();
        assertThat(atKink(new Activation(Function.CLIP, -1, 2), 2)).isZero();
        assertThat(atKink(new Activation(Function.HARD_SIGMOID, 0.25, 0.5), 2)).isZero();
        assertThat(atKink(new Activation(Function.HARD_SIGMOID, 0.25, 0.5), -2)).isZero();
        assertThat(atKink(new Activation(Function.HARD_SWISH, 0.25, 0.5), 2)).isEqualTo(1);
        assertThat(atKink(new Activation(Function.HARD_SWISH, 0.25, 0.5), -2)).isZero();
        assertThat(atKink(new Activation(Function.LEAKY_RELU, 0.25, 0), 0)).isEqualTo(0.25f);
        assertThat(atKink(new Activation(Function.ELU, 0.25, 0), 0)).isEqualTo(0.25f);
        assertThat(atKink(new Activation(Function.SELU), 0)).isEqualTo((float) (1.0507009873554805 * 1.6732632423543772));
    }

    private static float atKink(final Activation function, final float x) throws Exception {
        return rectified(function, ReluRule.GRADIENT, new float[] {x}, new float[] {1})[0];
    }

    private static float[] rectified(final Activation function, final ReluRule rule, final float[] x, final float[] gradient) throws Exception {
        final Shape shape = Shape.vector(x.length);
        final NetworkGraph network = new NetworkGraph("test",
                List.of(new Node("input", new Input(shape), List.of()), new Node("output", function, List.of("input"))));
        try (NetworkSession open = Nd4jExecutor.load().open(network)) {
            final Target target = new Target("output", new FeatureMaps(1, shape, gradient));
            return open.gradients(Pass.of(network, new FeatureMaps(1, shape, x)), target, Set.of("input"), rule).gradient("input").values();
        }
    }

    private static Affine times(final float factor) {
        return new Affine(Tensor.vector(factor, factor), Tensor.vector(0, 0));
    }

    private static FeatureMaps scalar(final float value) {
        return new FeatureMaps(1, Shape.vector(1), new float[] {value});
    }

    private static FeatureMaps maps(final int images, final float... values) {
        return new FeatureMaps(images, SHAPE, values);
    }
}
