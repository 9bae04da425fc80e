package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every operator on numbers small enough to do by hand. */
class Nd4jSessionTest {
    private static final float[] ONE_TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static Nd4jExecutor executor;

    @BeforeAll
    static void load() throws Exception {
        executor = Nd4jExecutor.load();
    }

    @Test
    void convolutionSlidesTheKernelWithoutTurningIt() throws Exception {
        final Tensor kernel = new Tensor(List.of(1, 1, 2, 2), new float[] {1, 0, 0, 10});
        final Convolution valid = new Convolution(kernel, Tensor.vector(0.5f), window(2, 1, Padding.NONE));
        assertThat(run(valid, new Shape(1, 3, 3), ONE_TO_NINE)).containsExactly(51.5f, 62.5f, 84.5f, 95.5f);
    }

    @Test
    void paddingOnOneSideOnlyIsKept() throws Exception {
        final Tensor kernel = new Tensor(List.of(1, 1, 2, 2), new float[] {1, 0, 0, 10});
        final Convolution bottomRight = new Convolution(kernel, Tensor.vector(0), window(2, 1, new Padding(0, 0, 1, 1)));
        assertThat(run(bottomRight, new Shape(1, 3, 3), ONE_TO_NINE)).containsExactly(51, 62, 3, 84, 95, 6, 7, 8, 9);
        final Convolution topLeft = new Convolution(kernel, Tensor.vector(0), window(2, 1, new Padding(1, 1, 0, 0)));
        assertThat(run(topLeft, new Shape(1, 3, 3), ONE_TO_NINE)).containsExactly(10, 20, 30, 40, 51, 62, 70, 84, 95);
    }

    @Test
    void convolutionAddsAllChannelsAndStridesAndDilates() throws Exception {
        final Tensor twoChannels = new Tensor(List.of(2, 2, 1, 1), new float[] {1, 1, 2, -1});
        final float[] input = {1, 2, 3, 4, 10, 20, 30, 40};
        assertThat(run(new Convolution(twoChannels, Tensor.vector(0, 0), window(1, 1, Padding.NONE)), new Shape(2, 2, 2), input))
                .containsExactly(11, 22, 33, 44, -8, -16, -24, -32);
        final Tensor corners = new Tensor(List.of(1, 1, 2, 2), new float[] {1, 1, 1, 1});
        assertThat(run(new Convolution(corners, Tensor.vector(0), new Window(2, 2, 1, 1, 2, 2, Padding.NONE)), new Shape(1, 3, 3), ONE_TO_NINE))
                .containsExactly(20);
    }

    @Test
    void poolingNeverCountsPadding() throws Exception {
        final float[] negative = {-1, -2, -3, -4, -5, -6, -7, -8, -9};
        for (final Padding padding : List.of(new Padding(0, 0, 1, 1), new Padding(1, 1, 0, 0))) {
            final float[] highest = run(new Pooling(Reduction.MAXIMUM, window(2, 2, padding)), new Shape(1, 3, 3), negative);
            assertThat(highest).containsExactly(padding.top() == 0 ? new float[] {-1, -3, -7, -9} : new float[] {-1, -2, -4, -5});
        }
        assertThat(run(new Pooling(Reduction.AVERAGE, window(2, 2, new Padding(0, 0, 1, 1))), new Shape(1, 3, 3), ONE_TO_NINE))
                .containsExactly(3, 4.5f, 7.5f, 9);
        assertThat(run(new GlobalPooling(Reduction.AVERAGE), new Shape(1, 3, 3), ONE_TO_NINE)).containsExactly(5);
        assertThat(run(new GlobalPooling(Reduction.MAXIMUM), new Shape(1, 3, 3), ONE_TO_NINE)).containsExactly(9);
    }

    @Test
    void functionsOfSingleValues() throws Exception {
        final Shape shape = Shape.vector(3);
        final float[] x = {-1, 0, 2};
        assertThat(run(new Activation(Function.RELU), shape, x)).containsExactly(0, 0, 2);
        assertThat(run(new Activation(Function.SIGMOID), shape, x)).containsExactly(new float[] {0.26894142f, 0.5f, 0.880797f}, within(1e-6f));
        assertThat(run(new Activation(Function.TANH), shape, x)).containsExactly(new float[] {-0.7615942f, 0, 0.9640276f}, within(1e-6f));
        assertThat(run(new Softmax(), shape, x)).containsExactly(new float[] {0.04201007f, 0.11419520f, 0.84379473f}, within(1e-6f));
        assertThat(run(new Activation(Function.CLIP, 0, 1.5), shape, x)).containsExactly(0, 0, 1.5f);
        final BatchNormalization normalization = new BatchNormalization(Tensor.vector(2, 1, 1), Tensor.vector(1, 0, 0),
                Tensor.vector(1, 0, 1), Tensor.vector(3, 1, 0), 1);
        assertThat(run(normalization, shape, x)).containsExactly(new float[] {-1, 0, 1}, within(1e-6f));
    }

    @Test
    void vectorsAreFlattenedByChannelAndMultipliedByRows() throws Exception {
        assertThat(run(new Flatten(), new Shape(2, 1, 2), new float[] {1, 2, 3, 4})).containsExactly(1, 2, 3, 4);
        final Dense dense = new Dense(new Tensor(List.of(2, 3), new float[] {1, 2, 3, -1, 0, 1}), Tensor.vector(0.5f, 0));
        assertThat(run(dense, Shape.vector(3), new float[] {1, 10, 100})).containsExactly(321.5f, 99);
        assertThat(run(new ZeroPadding(new Padding(1, 0, 0, 2)), new Shape(1, 1, 1), new float[] {7})).containsExactly(0, 0, 0, 7, 0, 0);
    }

    /** The network {@code relu(x)}, {@code relu(x) + x}, both joined: shared results must survive operations done in place. */
    @Test
    void anySetOfLayersCanBeTappedAndTappedValuesAreNotOverwritten() throws Exception {
        final NetworkGraph graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(new Shape(1, 1, 3)), List.of()),
                        new Node("rest", new Identity(), List.of("input")),
                        new Node("relu", new Activation(Function.RELU), List.of("rest")),
                        new Node("sum", new Add(), List.of("relu", "input")),
                        new Node("both", new Concatenate(), List.of("relu", "sum")),
                        new Node("last", new Activation(Function.RELU), List.of("both"))));
        final FeatureMaps batch = new FeatureMaps(2, graph.input(), new float[] {-1, 2, 3, 4, -5, 6});
        final List<String> names = graph.nodes().stream().map(Node::name).toList();
        try (NetworkSession session = executor.open(graph)) {
            final Map<String, FeatureMaps> all = session.forward(batch, Set.copyOf(names));
            assertThat(all.get("input").values()).containsExactly(-1, 2, 3, 4, -5, 6);
            assertThat(all.get("rest").values()).containsExactly(-1, 2, 3, 4, -5, 6);
            assertThat(all.get("relu").values()).containsExactly(0, 2, 3, 4, 0, 6);
            assertThat(all.get("sum").values()).containsExactly(-1, 4, 6, 8, -5, 12);
            assertThat(all.get("both").values()).containsExactly(0, 2, 3, -1, 4, 6, 4, 0, 6, 8, -5, 12);
            assertThat(all.get("last").values()).containsExactly(0, 2, 3, 0, 4, 6, 4, 0, 6, 8, 0, 12);
            for (final String name : names) {
                assertThat(session.forward(batch, Set.of(name)).get(name).values()).as(name).isEqualTo(all.get(name).values());
            }
            assertThatThrownBy(() -> session.forward(batch, Set.of("nowhere"))).hasMessageContaining("nowhere");
            assertThatThrownBy(() -> session.predict(new FeatureMaps(1, Shape.vector(3), new float[3]))).hasMessageContaining("1 × 1 × 3");
        }
    }

    private static Window window(final int kernel, final int stride, final Padding padding) {
        return new Window(kernel, kernel, stride, stride, 1, 1, padding);
    }

    /** The same image twice, because a batch of one hides mistakes. */
    private static float[] run(final Operator operator, final Shape input, final float[] image) throws Exception {
        final NetworkGraph graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(input), List.of()), new Node("output", operator, List.of("input"))));
        final float[] twice = new float[2 * image.length];
        IntStream.range(0, twice.length).forEach(i -> twice[i] = image[i % image.length]);
        try (NetworkSession session = executor.open(graph)) {
            final float[] values = session.predict(new FeatureMaps(2, input, twice)).values();
            final float[] first = Arrays.copyOf(values, values.length / 2);
            assertThat(Arrays.copyOfRange(values, values.length / 2, values.length)).isEqualTo(first);
            return first;
        }
    }
}
