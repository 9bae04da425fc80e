package org.filterscope.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.filterscope.engine.onnxruntime.Networks.node;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradients of what is not linear, against derivatives written down here in double precision; 2e-6 of the result's size is left to float32. */
class FunctionGradientsTest {
    private static final double A = 0.25;
    private static final double B = 0.5;
    private static final float[] ONE_TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static OnnxRuntimeExecutor executor;

    @BeforeAll
    static void load() throws Exception {
        executor = OnnxRuntimeExecutor.load(1);
    }

    /** From −5 to 5 in eighths: every kink is among them. */
    @ParameterizedTest
    @EnumSource(Function.class)
    void everyFunctionHasItsDerivativeAndAtAKinkThatOfPyTorch(final Function function) throws Exception {
        final float[] x = new float[81];
        final float[] seed = new float[81];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i - 40) / 8f;
            seed[i] = i % 5 - 2;
        }
        final Activation activation = function == Function.CLIP ? new Activation(function, -1.5, 2) : new Activation(function, A, B);
        final float[] gradient = gradient(activation, Shape.vector(x.length), x, seed, ReluRule.GRADIENT);
        final DoubleUnaryOperator derivative = derivative(function);
        for (int i = 0; i < x.length; i++) {
            final double expected = seed[i] * derivative.applyAsDouble(x[i]);
            assertThat((double) gradient[i]).as("%s at %s", function, x[i]).isCloseTo(expected, within(2e-6 * Math.max(1, Math.abs(expected))));
        }
    }

    private static DoubleUnaryOperator derivative(final Function function) {
        final DoubleUnaryOperator sigmoid = x -> 1 / (1 + Math.exp(-x));
        final DoubleUnaryOperator line = x -> A * x + B;
        final DoubleUnaryOperator rising = x -> line.applyAsDouble(x) > 0 && line.applyAsDouble(x) < 1 ? A : 0;
        return switch (function) {
            case RELU -> x -> x > 0 ? 1 : 0;
            case CLIP -> x -> x > -1.5 && x < 2 ? 1 : 0;
            case LEAKY_RELU -> x -> x > 0 ? 1 : A;
            case ELU -> x -> x > 0 ? 1 : A * Math.exp(x);
            case SELU -> x -> 1.0507009873554805 * (x > 0 ? 1 : 1.6732632423543772 * Math.exp(x));
            case SIGMOID -> x -> sigmoid.applyAsDouble(x) * sigmoid.applyAsDouble(-x);
            case TANH -> x -> 1 - Math.tanh(x) * Math.tanh(x);
            case SOFTPLUS -> sigmoid;
            case SOFTSIGN -> x -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x)));
            case SWISH -> x -> sigmoid.applyAsDouble(x) * (1 + x * sigmoid.applyAsDouble(-x));
            case HARD_SIGMOID -> rising;
            case HARD_SWISH -> x -> Math.clamp(line.applyAsDouble(x), 0, 1) + x * rising.applyAsDouble(x);
            case GELU -> slope(x -> x * normal(x));
            case MISH -> slope(x -> x * Math.tanh(Math.log1p(Math.exp(x))));
        };
    }

    /** Good to 1e-9, by Richardson's extrapolation of two central differences. */
    private static DoubleUnaryOperator slope(final DoubleUnaryOperator function) {
        final double h = 1e-2;
        return x -> (8 * (function.applyAsDouble(x + h / 2) - function.applyAsDouble(x - h / 2))
                - (function.applyAsDouble(x + h) - function.applyAsDouble(x - h))) / (6 * h);
    }

    /** The normal distribution function by its density's Taylor series. */
    private static double normal(final double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 200; n++) {
            term *= -x * x / (2 * n);
            sum += term / (2 * n + 1);
        }
        return 0.5 + sum / Math.sqrt(2 * Math.PI);
    }

    @Test
    void rectifiersFollowTheRule() throws Exception {
        final float[] x = {-1, -1, 0, 2, 2, 7, 7};
        final float[] seed = {3, -3, 3, 3, -3, 3, -3};
        final Shape shape = Shape.vector(x.length);
        final Activation relu = new Activation(Function.RELU);
        assertThat(gradient(relu, shape, x, seed, ReluRule.GRADIENT)).containsExactly(0, 0, 0, 3, -3, 3, -3);
        assertThat(gradient(relu, shape, x, seed, ReluRule.GUIDED)).containsExactly(0, 0, 0, 3, 0, 3, 0);
        assertThat(gradient(relu, shape, x, seed, ReluRule.DECONVOLUTION)).containsExactly(3, 0, 3, 3, 0, 3, 0);
        final Activation six = new Activation(Function.CLIP, 0, 6);
        assertThat(gradient(six, shape, x, seed, ReluRule.GRADIENT)).containsExactly(0, 0, 0, 3, -3, 0, 0);
        assertThat(gradient(six, shape, x, seed, ReluRule.GUIDED)).containsExactly(0, 0, 0, 3, 0, 0, 0);
        assertThat(gradient(six, shape, x, seed, ReluRule.DECONVOLUTION)).containsExactly(3, 0, 3, 3, 0, 3, 0);
        final Activation clip = new Activation(Function.CLIP, -2, 6);
        assertThat(gradient(clip, shape, x, seed, ReluRule.GUIDED)).containsExactly(3, -3, 3, 3, -3, 0, 0);
        final Activation leaky = new Activation(Function.LEAKY_RELU, 0, 0);
        assertThat(gradient(leaky, shape, x, seed, ReluRule.DECONVOLUTION)).containsExactly(0, 0, 0, 3, -3, 3, -3);
    }

    @Test
    void slopesAreChannelsOwn() throws Exception {
        assertThat(gradient(new ParametricRelu(Tensor.vector(0.5f, 2)), new Shape(2, 1, 3), new float[] {-1, 0, 2, -1, 0, 2},
                new float[] {1, 2, 3, 4, 5, 6}, ReluRule.GRADIENT)).containsExactly(0.5f, 1, 3, 8, 10, 6);
    }

    /** All the same: the first of the window in reading order gets it all. Windows that overlap add up. */
    @Test
    void theFirstHighestValueGetsTheGradient() throws Exception {
        final Shape shape = new Shape(1, 3, 3);
        final Pooling pooling = new Pooling(Reduction.MAXIMUM, Networks.window(2, 1, Padding.NONE));
        final float[] seed = {1, 10, 100, 1000};
        assertThat(gradient(pooling, shape, new float[9], seed, ReluRule.GRADIENT)).containsExactly(1, 10, 0, 100, 1000, 0, 0, 0, 0);
        assertThat(gradient(pooling, shape, ONE_TO_NINE, seed, ReluRule.GRADIENT)).containsExactly(0, 0, 0, 0, 1, 10, 0, 100, 1000);
        final float[] peak = {0, 0, 0, 0, 1, 0, 0, 0, 0};
        assertThat(gradient(pooling, shape, peak, seed, ReluRule.GRADIENT)).containsExactly(0, 0, 0, 0, 1111, 0, 0, 0, 0);
        assertThat(gradient(new GlobalPooling(Reduction.MAXIMUM), shape, new float[] {1, 5, 2, 5, 5, 0, 0, 0, 0}, new float[] {7},
                ReluRule.GRADIENT)).containsExactly(0, 7, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void paddingNeverGetsAMaximumsGradient() throws Exception {
        final Shape shape = new Shape(1, 2, 2);
        final float[] negative = {-1, -2, -3, -4};
        final Pooling narrow = new Pooling(Reduction.MAXIMUM, Networks.window(2, 2, new Padding(1, 1, 1, 1)));
        assertThat(gradient(narrow, shape, negative, new float[] {1, 10, 100, 1000}, ReluRule.GRADIENT)).containsExactly(1, 10, 100, 1000);
        // As wide as the kernel: the windows of the first row see nothing, and neither do those of the first column.
        final Pooling wide = new Pooling(Reduction.MAXIMUM, Networks.window(1, 1, new Padding(1, 1, 0, 0)));
        assertThat(gradient(wide, shape, negative, new float[] {1, 1, 1, 1, 10, 100, 1, 1000, 10_000}, ReluRule.GRADIENT)).containsExactly(10, 100,
                1000, 10_000);
        final Pooling dilated = new Pooling(Reduction.MAXIMUM, new Window(2, 2, 1, 1, 2, 2, new Padding(1, 1, 1, 1)));
        assertThat(gradient(dilated, shape, negative, new float[] {1, 10, 100, 1000}, ReluRule.GRADIENT)).containsExactly(1000, 100, 10, 1);
    }

    @Test
    void theFirstOfEqualInputsGetsAMaximumsGradient() throws Exception {
        final Shape shape = new Shape(1, 1, 4);
        final NetworkGraph graph = Networks.of(shape, node("relu", new Activation(Function.RELU), "input"),
                node("tanh", new Activation(Function.HARD_SIGMOID, 1, 0), "input"), node("highest", new Maximum(), "tanh", "input", "relu"));
        final Gradients gradients = gradients(graph, "highest", new float[] {-1, 0, 0.5f, 3}, new float[] {1, 10, 100, 1000},
                Set.of("tanh", "relu", "input"), ReluRule.GRADIENT);
        assertThat(gradients.gradient("tanh").values()).containsExactly(1, 10, 100, 0);
        assertThat(gradients.gradient("relu").values()).containsExactly(0, 0, 0, 0);
        assertThat(gradients.gradient("input").values()).containsExactly(0, 0, 100, 1000);
    }

    @Test
    void productsPassTheOtherFactors() throws Exception {
        final Shape shape = new Shape(2, 1, 2);
        final NetworkGraph graph = Networks.of(shape, node("highest", new GlobalPooling(Reduction.MAXIMUM), "input"),
                node("relu", new Activation(Function.RELU), "input"), node("product", new Multiply(), "highest", "input", "relu"));
        final Gradients gradients = gradients(graph, "product", new float[] {1, 2, -3, 5}, new float[] {1, 1, 1, 10},
                Set.of("highest", "relu", "input"), ReluRule.GRADIENT);
        assertThat(gradients.value("product").values()).containsExactly(2, 8, -0f, 125);
        assertThat(gradients.gradient("highest").values()).containsExactly(1 + 4, 250);
        assertThat(gradients.gradient("relu").values()).containsExactly(2, 4, -15, 250);
        assertThat(gradients.gradient("input").values()).containsExactly(4, 8 + 5, 0, 750);
    }

    /** Against the Jacobian {@code p_i (1_ij − p_j)}, at every position by itself, on maps and on vectors. */
    @Test
    void softmaxOverTheChannels() throws Exception {
        final Random random = new Random(6);
        for (final boolean logarithmic : new boolean[] {false, true}) {
            for (final Shape shape : List.of(new Shape(3, 2, 2), Shape.vector(3))) {
                final int positions = shape.rows() * shape.cols();
                final float[] x = Networks.whole(random, (int) shape.size());
                final float[] seed = Networks.whole(random, (int) shape.size());
                final float[] gradient = gradient(new Softmax(logarithmic), shape, x, seed, ReluRule.GRADIENT);
                for (int at = 0; at < x.length; at++) {
                    double expected = 0;
                    for (int j = at % positions; j < x.length; j += positions) {
                        final double p = probability(x, j, positions);
                        final double same = j == at ? 1 : 0;
                        expected += seed[j] * (logarithmic ? same - probability(x, at, positions) : p * (same - probability(x, at, positions)));
                    }
                    assertThat((double) gradient[at]).isCloseTo(expected, within(1e-5));
                }
            }
        }
        final NetworkGraph flat = Networks.of(new Shape(1, 1, 2), node("flat", new Flatten(), "input"), node("softmax", new Softmax(), "flat"));
        assertThat(gradients(flat, "softmax", new float[] {1, 1}, new float[] {1, 0}, Set.of("input"), ReluRule.GRADIENT).gradient("input").values())
                .containsExactly(0.25f, -0.25f);
    }

    private static double probability(final float[] x, final int at, final int positions) {
        double sum = 0;
        for (int j = at % positions; j < x.length; j += positions) {
            sum += Math.exp(x[j]);
        }
        return Math.exp(x[at]) / sum;
    }

    @Test
    void responsesNormalizedOverNeighbouringChannels() throws Exception {
        final float[] x = {1, 2, -3, 4, 5};
        final float[] seed = {1, -2, 3, 1, 2};
        final float[] gradient = gradient(new LocalResponseNormalization(3, 2, 0.1, 0.75), new Shape(5, 1, 1), x, seed, ReluRule.GRADIENT);
        for (int i = 0; i < x.length; i++) {
            final int at = i;
            final double expected = slope(value -> {
                double sum = 0;
                for (int c = 0; c < x.length; c++) {
                    double squares = 0;
                    for (int n = Math.max(0, c - 1); n <= Math.min(4, c + 1); n++) {
                        squares += n == at ? value * value : x[n] * x[n];
                    }
                    sum += seed[c] * (c == at ? value : x[c]) / Math.pow(2 + 0.1 * squares, 0.75);
                }
                return sum;
            }).applyAsDouble(x[i]);
            assertThat((double) gradient[i]).isCloseTo(expected, within(2e-6));
        }
    }

    private static float[] gradient(final Operator operator, final Shape shape, final float[] x, final float[] seed, final ReluRule rule)
            throws Exception {
        final Node node = node("output", operator, "input");
        return gradients(Networks.of(shape, node), "output", x, seed, Set.of("input"), rule).gradient("input").values();
    }

    private static Gradients gradients(final NetworkGraph graph, final String target, final float[] x, final float[] seed,
            final Set<String> layers, final ReluRule rule) throws Exception {
        try (NetworkSession session = executor.open(graph)) {
            return session.gradients(Pass.of(graph, new FeatureMaps(1, graph.input(), x)),
                    new Target(target, new FeatureMaps(1, graph.shape(target), seed)), layers, rule);
        }
    }
}
