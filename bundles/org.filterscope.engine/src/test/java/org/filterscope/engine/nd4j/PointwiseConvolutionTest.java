package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.Test;

/** By hand: filter 0 is 10 times channel 0 plus 100 times channel 1, filter 1 their difference plus 0.5; a second image has all values negated. */
class PointwiseConvolutionTest {
    private static final Tensor KERNELS = new Tensor(List.of(2, 2, 1, 1), new float[] {10, 100, 1, -1});
    private static final Tensor BIAS = Tensor.vector(0, 0.5f);
    private static final Shape SHAPE = new Shape(2, 2, 3);
    private static final float[] IMAGE = {1, 2, 3, 4, 5, 6, 1, 1, 2, 0, 3, 4};

    @Test
    void everyPositionIsAProductOfItsChannels() throws Exception {
        assertThat(values(1, 1)).containsExactly(110, 120, 230, 40, 350, 460, 0.5f, 1.5f, 1.5f, 4.5f, 2.5f, 2.5f,
                -110, -120, -230, -40, -350, -460, 0.5f, -0.5f, -0.5f, -3.5f, -1.5f, -1.5f);
    }

    @Test
    void strideLeavesPositionsOut() throws Exception {
        assertThat(values(2, 2)).containsExactly(110, 230, 0.5f, 1.5f, -110, -230, 0.5f, -0.5f);
        assertThat(values(1, 2)).containsExactly(110, 230, 40, 460, 0.5f, 1.5f, 4.5f, 2.5f, -110, -230, -40, -460, 0.5f, -0.5f, -3.5f, -1.5f);
        assertThat(values(3, 3)).containsExactly(110, 0.5f, -110, 0.5f);
    }

    @Test
    void theGradientIsTheKernelWhereTheKernelComesToAndZeroElsewhere() throws Exception {
        assertThat(gradient(1, 1)).containsExactly(10, 10, 10, 10, 10, 10, 100, 100, 100, 100, 100, 100);
        assertThat(gradient(1, 2)).containsExactly(10, 0, 10, 10, 0, 10, 100, 0, 100, 100, 0, 100);
        assertThat(gradient(2, 2)).containsExactly(10, 0, 10, 0, 0, 0, 100, 0, 100, 0, 0, 0);
    }

    private static NetworkGraph graph(final int strideRows, final int strideCols) throws Exception {
        return new NetworkGraph("test", List.of(new Node("input", new Input(SHAPE), List.of()), new Node("output",
                new Convolution(KERNELS, BIAS, new Window(1, 1, strideRows, strideCols, 1, 1, Padding.NONE), 1), List.of("input"))));
    }

    private static FeatureMaps images() {
        final float[] both = Arrays.copyOf(IMAGE, 2 * IMAGE.length);
        for (int i = 0; i < IMAGE.length; i++) {
            both[IMAGE.length + i] = -IMAGE[i];
        }
        return new FeatureMaps(2, SHAPE, both);
    }

    private static float[] values(final int strideRows, final int strideCols) throws Exception {
        try (NetworkSession session = Nd4jExecutor.load().open(graph(strideRows, strideCols))) {
            return session.predict(images()).values();
        }
    }

    /** Of the first filter's sum, at the first image; the second one's is the same. */
    private static float[] gradient(final int strideRows, final int strideCols) throws Exception {
        final NetworkGraph graph = graph(strideRows, strideCols);
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            final float[] both = session.gradients(Pass.of(graph, images()), Target.channel(graph, "output", 0), Set.of("input"), ReluRule.GRADIENT)
                    .gradient("input").values();
            assertThat(Arrays.copyOfRange(both, IMAGE.length, both.length)).isEqualTo(Arrays.copyOf(both, IMAGE.length));
            return Arrays.copyOf(both, IMAGE.length);
        }
    }
}
