package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.api.Test;

/** Operators that take several inputs, on whole numbers: results and gradients are exact. */
class CombinationsTest {
    private static final Shape FULL = new Shape(2, 2, 2);
    private static final Shape CHANNELS = Shape.vector(2);
    private static final Shape COLUMNS = new Shape(1, 1, 2);
    private static final Shape ROWS = new Shape(2, 2, 1);

    private final Map<Shape, float[]> inputs = new LinkedHashMap<>();

    @Test
    void whatIsAddedIsSpreadAndItsGradientSummed() throws Exception {
        inputs.put(CHANNELS, new float[] {10, 20, 30, 40});
        inputs.put(FULL, new float[] {1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3, -4, -5, -6, -7, -8});
        final Gradients found = combine(new Add(), 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 1, 0, 0, 0, 0);
        assertThat(found.value("all").values()).containsExactly(11, 12, 13, 14, 25, 26, 27, 28, 29, 28, 27, 26, 35, 34, 33, 32);
        assertThat(found.gradient("0").values()).containsExactly(10, 26, 1, 0);
        assertThat(found.gradient("1").values()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 1, 0, 0, 0, 0);
    }

    @Test
    void noInputNeedsToHaveTheShapeOfTheResult() throws Exception {
        inputs.put(COLUMNS, new float[] {1, 2, 3, 4});
        inputs.put(ROWS, new float[] {1, 10, 100, 1000, 5, 6, 7, 8});
        final Gradients product = combine(new Multiply(), 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 2);
        assertThat(product.value("all").values()).containsExactly(1, 2, 10, 20, 100, 200, 1000, 2000, 15, 20, 18, 24, 21, 28, 24, 32);
        assertThat(product.gradient("0").values()).containsExactly(1111, 1111, 5, 16);
        assertThat(product.gradient("1").values()).containsExactly(3, 3, 3, 3, 3, 0, 0, 8);
        final Gradients sum = combine(new Add(), 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(sum.value("all").values()).startsWith(2, 3, 11, 12, 101, 102, 1001, 1002);
        assertThat(sum.gradient("0").values()).containsExactly(16, 20, 0, 0);
        assertThat(sum.gradient("1").values()).containsExactly(3, 7, 11, 15, 0, 0, 0, 0);
    }

    @Test
    void threeFactorsOfDifferentShapes() throws Exception {
        inputs.put(CHANNELS, new float[] {1, 2, 1, 1});
        inputs.put(COLUMNS, new float[] {3, 5, 1, 1});
        inputs.put(FULL, new float[] {1, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 7});
        final Gradients found = combine(new Multiply(), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(found.value("all").values()).startsWith(3, 5, 6, 10, 6, 10, 6, 10);
        assertThat(found.gradient("0").values()).containsExactly(24, 16, 4, 10);
        assertThat(found.gradient("1").values()).containsExactly(7, 7, 4, 10);
        assertThat(found.gradient("2").values()).containsExactly(3, 5, 3, 5, 6, 10, 6, 10, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    /** Three inputs of which two share the highest value at some positions. */
    @Test
    void theFirstOfEqualMaximaGetsTheGradient() throws Exception {
        final NetworkGraph graph = graph(new Maximum(), List.of(CHANNELS, CHANNELS, CHANNELS));
        final Pass pass = pass(List.of(maps(CHANNELS, 1, 5, 7, 2), maps(CHANNELS, 3, 5, 7, 2), maps(CHANNELS, 3, 4, 7, 3)));
        final Gradients found = gradients(graph, pass, maps(CHANNELS, 10, 20, 30, 40));
        assertThat(found.value("all").values()).containsExactly(3, 5, 7, 3);
        assertThat(found.gradient("0").values()).containsExactly(0, 20, 30, 0);
        assertThat(found.gradient("1").values()).containsExactly(10, 0, 0, 0);
        assertThat(found.gradient("2").values()).containsExactly(0, 0, 0, 40);
    }

    @Test
    void meansShareTheGradientAndJoinedChannelsPartIt() throws Exception {
        final NetworkGraph mean = graph(new Mean(), List.of(CHANNELS, CHANNELS));
        final Pass pass = pass(List.of(maps(CHANNELS, 1, 2, 3, 4), maps(CHANNELS, 3, 6, 5, 0)));
        final Gradients halves = gradients(mean, pass, maps(CHANNELS, 1, 2, 3, 4));
        assertThat(halves.value("all").values()).containsExactly(2, 4, 4, 2);
        assertThat(halves.gradient("1").values()).containsExactly(0.5f, 1, 1.5f, 2);

        final NetworkGraph joined = graph(new Concatenate(), List.of(CHANNELS, Shape.vector(1)));
        final Pass three = pass(List.of(maps(CHANNELS, 1, 2, 3, 4), maps(Shape.vector(1), 5, 6)));
        final Gradients parts = gradients(joined, three, maps(Shape.vector(3), 10, 20, 30, 40, 50, 60));
        assertThat(parts.value("all").values()).containsExactly(1, 2, 5, 3, 4, 6);
        assertThat(parts.gradient("0").values()).containsExactly(10, 20, 40, 50);
        assertThat(parts.gradient("1").values()).containsExactly(30, 60);
    }

    private Gradients combine(final Operator operator, final float... seed) throws Exception {
        final List<FeatureMaps> given = new ArrayList<>();
        inputs.forEach((shape, values) -> given.add(maps(shape, values)));
        return gradients(graph(operator, List.copyOf(inputs.keySet())), pass(given), maps(FULL, seed));
    }

    private static FeatureMaps maps(final Shape shape, final float... values) {
        return new FeatureMaps(2, shape, values);
    }

    /** Layers "0", "1", … of these shapes, which a pass gives, and "all" that combines them. */
    private static NetworkGraph graph(final Operator operator, final List<Shape> shapes) throws Exception {
        final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(Shape.vector(1)), List.of())));
        final List<String> names = new ArrayList<>();
        for (final Shape shape : shapes) {
            final String name = String.valueOf(names.size());
            final int size = (int) shape.size();
            nodes.add(new Node(name + "/vector", new Dense(new Tensor(List.of(size, 1), new float[size]), Tensor.vector(new float[size])),
                    List.of("input")));
            nodes.add(new Node(name, new Reshape(shape, Reshape.Order.CHANNELS_FIRST), List.of(name + "/vector")));
            names.add(name);
        }
        nodes.add(new Node("all", operator, names));
        return new NetworkGraph("test", nodes);
    }

    private static Pass pass(final List<FeatureMaps> given) {
        final Map<String, FeatureMaps> layers = new LinkedHashMap<>();
        given.forEach(maps -> layers.put(String.valueOf(layers.size()), maps));
        return new Pass(layers, List.of());
    }

    private static Gradients gradients(final NetworkGraph graph, final Pass pass, final FeatureMaps seed) throws Exception {
        final Set<String> layers = pass.given().keySet();
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            return session.gradients(pass, new Target("all", seed), layers, ReluRule.GRADIENT);
        }
    }
}
