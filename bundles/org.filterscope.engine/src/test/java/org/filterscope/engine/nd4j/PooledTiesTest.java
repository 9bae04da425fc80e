package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.Test;

/** Where a maximum occurs several times in a window, its first position, row by row, gets the whole gradient, as in PyTorch. */
class PooledTiesTest {

    @Test
    void theFirstOfEqualHighestValuesGetsTheGradient() throws Exception {
        final Shape shape = new Shape(1, 2, 4);
        final float[] x = {0, 3, 5, 5, 3, 3, 5, 5};
        assertThat(gradient(new Pooling(Reduction.MAXIMUM, new Window(2, 2, 2, 2, 1, 1, Padding.NONE)), shape, x, 10, 20))
                .containsExactly(0, 10, 20, 0, 0, 0, 0, 0);
        assertThat(gradient(new Pooling(Reduction.MAXIMUM, new Window(2, 2, 1, 2, 1, 1, new Padding(1, 0, 0, 0))), shape, x, 1, 2, 10, 20))
                .containsExactly(0, 11, 22, 0, 0, 0, 0, 0);
        assertThat(gradient(new Pooling(Reduction.MAXIMUM, new Window(2, 2, 1, 1, 1, 2, Padding.NONE)), shape, x, 1, 2))
                .containsExactly(0, 0, 1, 2, 0, 0, 0, 0);
        assertThat(gradient(new GlobalPooling(Reduction.MAXIMUM), shape, x, 7)).containsExactly(0, 0, 7, 0, 0, 0, 0, 0);
    }

    /** Small whole numbers tie nearly everywhere; channels in blocks of 16 and not, because native code treats them apart. */
    @Test
    void soDoAllSizesStridesAndPaddings() throws Exception {
        final Random random = new Random(8);
        for (final int channels : new int[] {1, 3, 16, 32}) {
            final Shape shape = new Shape(channels, 9, 10);
            for (int kernel = 2; kernel <= 4; kernel++) {
                for (int stride = 1; stride <= 3; stride++) {
                    for (final Padding padding : List.of(Padding.NONE, new Padding(1, 1, 1, 1), new Padding(1, 0, 0, 1),
                            Window.same(kernel, kernel, stride, stride, 1, 1, shape).padding())) {
                        final Window window = new Window(kernel, kernel, stride, stride, 1, 1, padding);
                        final float[] x = small(random, (int) shape.size());
                        final float[] seed = small(random, (int) window.over(shape, channels).size());
                        assertThat(gradient(new Pooling(Reduction.MAXIMUM, window), shape, x, seed)).as("%d channels, %s", channels, window)
                                .isEqualTo(expected(window, shape, x, seed));
                    }
                }
            }
        }
    }

    private static float[] expected(final Window window, final Shape shape, final float[] x, final float[] seed) {
        final Shape out = window.over(shape, shape.channels());
        final float[] gradient = new float[x.length];
        for (int i = 0; i < seed.length; i++) {
            int first = -1;
            for (int k = 0; k < window.rows() * window.cols(); k++) {
                final int row = i / out.cols() % out.rows() * window.strideRows() - window.padding().top() + k / window.cols();
                final int col = i % out.cols() * window.strideCols() - window.padding().left() + k % window.cols();
                if (row >= 0 && row < shape.rows() && col >= 0 && col < shape.cols()) {
                    final int at = Definitions.at(shape, i / (out.rows() * out.cols()), row, col);
                    first = first < 0 || x[at] > x[first] ? at : first;
                }
            }
            gradient[first] += seed[i];
        }
        return gradient;
    }

    private static float[] small(final Random random, final int length) {
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextInt(4) - 2;
        }
        return values;
    }

    private static float[] gradient(final Operator operator, final Shape shape, final float[] x, final float... seed) throws Exception {
        final NetworkGraph graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(shape), List.of()), new Node("output", operator, List.of("input"))));
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            final Target target = new Target("output", new FeatureMaps(1, graph.shape("output"), seed));
            return session.gradients(Pass.of(graph, new FeatureMaps(1, shape, x)), target, Set.of("input"), ReluRule.GRADIENT)
                    .gradient("input").values();
        }
    }
}
