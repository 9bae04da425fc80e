package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.Test;

/** Asking for the layer below a normalisation keeps both apart; not asking folds them. Both ways give the same, but for float32 rounding. */
class FoldedNormalizationTest {
    private static final Window PADDED = new Window(3, 3, 2, 1, 1, 1, new Padding(1, 1, 0, 1));
    private static final Shape MAPS = new Shape(4, 6, 5);

    private final Random random = new Random(11);

    @Test
    void convolutionsOfAllKinds() throws Exception {
        for (final int groups : new int[] {1, 2, 4}) {
            same(new Convolution(tensor(8, 4 / groups, 3, 3), tensor(8), PADDED, groups), MAPS);
            same(new TransposedConvolution(tensor(4, 8 / groups, 3, 3), tensor(8), PADDED, 1, 0, groups), MAPS);
        }
    }

    @Test
    void denseLayers() throws Exception {
        same(new Dense(tensor(8, 20), tensor(8)), Shape.vector(20));
    }

    private void same(final Operator below, final Shape shape) throws Exception {
        final float[] variance = tensor(8).values();
        for (int i = 0; i < variance.length; i++) {
            variance[i] *= variance[i];
        }
        final NetworkGraph graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(shape), List.of()), new Node("below", below, List.of("input")), new Node("normal",
                        new BatchNormalization(tensor(8), tensor(8), tensor(8), Tensor.vector(variance), 1e-3), List.of("below"))));
        final Pass pass = Pass.of(graph, new FeatureMaps(2, shape, tensor(2, (int) shape.size()).values()));
        final Target target = new Target("normal", new FeatureMaps(1, graph.shape("normal"), tensor((int) graph.shape("normal").size()).values()));
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            final Gradients folded = session.gradients(pass, target, Set.of("input"), ReluRule.GRADIENT);
            final Gradients apart = session.gradients(pass, target, Set.of("input", "below"), ReluRule.GRADIENT);
            close(folded.value("normal"), apart.value("normal"));
            close(folded.gradient("input"), apart.gradient("input"));
            assertThat(session.run(pass, Set.of("normal")).get("normal").values()).isEqualTo(folded.value("normal").values());
        }
    }

    /** Factors reach 1 / √0.001, about 30. */
    private static void close(final FeatureMaps found, final FeatureMaps expected) {
        assertThat(found.values()).containsExactly(expected.values(), within(3e-4f));
    }

    private Tensor tensor(final Integer... shape) {
        final int size = List.of(shape).stream().reduce(1, (a, b) -> a * b);
        final float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return new Tensor(List.of(shape), numbers);
    }
}
