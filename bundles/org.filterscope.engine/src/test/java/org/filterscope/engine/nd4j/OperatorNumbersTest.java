package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Operators by hand; tolerance 1e-6 relative for float32 where the numbers are not exact. */
class OperatorNumbersTest {
    private static final float[] ONE_TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static Nd4jExecutor executor;

    @BeforeAll
    static void load() throws Exception {
        executor = Nd4jExecutor.load();
    }

    @Test
    void softmaxIsTakenOverTheChannelsOfEveryPosition() throws Exception {
        final Shape shape = new Shape(5, 3, 4);
        final float[] x = random(new Random(5), (int) shape.size());
        final float[] y = run(new Softmax(), shape, x);
        for (int position = 0; position < 12; position++) {
            double sum = 0;
            for (int channel = 0; channel < 5; channel++) {
                sum += Math.exp(x[channel * 12 + position]);
            }
            for (int channel = 0; channel < 5; channel++) {
                final int at = channel * 12 + position;
                assertThat((double) y[at]).isCloseTo(Math.exp(x[at]) / sum, within(1e-6));
            }
        }
    }

    @Test
    void groupsDoNotSeeEachOther() throws Exception {
        // Four channels in two groups, each group with one filter that sums its two channels.
        final Convolution grouped = new Convolution(new Tensor(List.of(2, 2, 1, 1), new float[] {1, 10, 1, 10}), Tensor.vector(0, 0.5f),
                new Window(1, 1, 1, 1, 1, 1, Padding.NONE), 2);
        assertThat(run(grouped, new Shape(4, 1, 2), new float[] {1, 2, 3, 4, 5, 6, 7, 8})).containsExactly(31, 42, 75.5f, 86.5f);
    }

    @Test
    void depthwiseFiltersSeeOneChannelEach() throws Exception {
        // Two channels, two filters each, 1 × 2 kernels.
        final Tensor kernels = new Tensor(List.of(4, 1, 1, 2), new float[] {1, 0, 0, 1, 1, 1, 1, -1});
        final Convolution depthwise = new Convolution(kernels, Tensor.vector(0, 0, 0, 1), new Window(1, 2, 1, 1, 1, 1, Padding.NONE), 2);
        assertThat(run(depthwise, new Shape(2, 1, 3), new float[] {1, 2, 3, 10, 20, 30})).containsExactly(1, 2, 2, 3, 30, 50, -9, -9);
    }

    @Test
    void anAverageCountsJustThePaddingItIsToldTo() throws Exception {
        final Shape shape = new Shape(1, 3, 3);
        final Window padded = new Window(2, 2, 2, 2, 1, 1, new Padding(1, 1, 0, 0));
        assertThat(run(new Pooling(Reduction.AVERAGE, padded), shape, ONE_TO_NINE)).containsExactly(1, 2.5f, 5.5f, 7);
        assertThat(run(new Pooling(Reduction.AVERAGE, padded, new Padding(1, 1, 0, 0)), shape, ONE_TO_NINE)).containsExactly(0.25f, 1.25f,
                2.75f, 7);
        // A window that hangs over by rounding up is divided by what lies inside; the declared padding counts.
        final Window ceil = new Window(2, 2, 2, 2, 1, 1, new Padding(0, 0, 1, 1));
        assertThat(run(new Pooling(Reduction.AVERAGE, ceil, Padding.NONE), shape, ONE_TO_NINE)).containsExactly(3, 4.5f, 7.5f, 9);
        final Window both = new Window(2, 2, 2, 2, 1, 1, new Padding(1, 1, 1, 1));
        assertThat(run(new Pooling(Reduction.AVERAGE, both, new Padding(1, 1, 1, 1)), shape, ONE_TO_NINE)).containsExactly(0.25f, 1.25f, 2.75f,
                7);
    }

    @Test
    void valuesAreCombinedPositionByPositionOrChannelByChannel() throws Exception {
        final Shape shape = new Shape(2, 1, 2);
        final float[] x = {1, 2, 3, 5};
        assertThat(combine(new Multiply(), shape, x)).containsExactly(1.5f, 3, 12, 20);
        assertThat(combine(new Add(), shape, x)).containsExactly(2.5f, 3.5f, 7, 9);
        final Node both = new Node("both", new Maximum(), List.of("input", "negative", "input"));
        assertThat(network(shape, x, negative(), both)).containsExactly(1, 2, 3, 5);
        assertThat(network(shape, x, negative(), new Node("both", new Mean(), List.of("input", "negative", "input"))))
                .containsExactly(new float[] {1 / 3f, 2 / 3f, 1, 5 / 3f}, within(1e-6f));
    }

    private static Node negative() {
        return new Node("negative", new Affine(Tensor.vector(-1, -1), Tensor.vector(0, 0)), List.of("input"));
    }

    /** The mean of each channel, 1.5 and 4, combined with the maps themselves. */
    private static float[] combine(final Operator operator, final Shape shape, final float[] x) throws Exception {
        return network(shape, x, new Node("mean", new GlobalPooling(Reduction.AVERAGE), List.of("input")),
                new Node("both", operator, List.of("mean", "input")));
    }

    @Test
    void constantsSlopesAndCropping() throws Exception {
        final Shape shape = new Shape(2, 1, 2);
        assertThat(run(new Affine(Tensor.vector(2, -1), Tensor.vector(1, 0)), shape, new float[] {1, 2, 3, 4})).containsExactly(3, 5, -3, -4);
        assertThat(run(new ParametricRelu(Tensor.vector(0.5f, 2)), shape, new float[] {-1, 2, -3, 4})).containsExactly(-0.5f, 2, -6, 4);
        assertThat(run(new Cropping(new Padding(1, 0, 0, 2)), new Shape(1, 3, 3), ONE_TO_NINE)).containsExactly(4, 7);
    }

    @Test
    void localResponsesAreNormalizedOverNeighbouringChannels() throws Exception {
        final float[] x = {1, 2, 3, 4};
        final double[] sums = {1 + 4, 1 + 4 + 9, 4 + 9 + 16, 9 + 16};
        final float[] y = run(new LocalResponseNormalization(3, 2, 0.1, 0.75), new Shape(4, 1, 1), x);
        for (int c = 0; c < x.length; c++) {
            assertThat((double) y[c]).isCloseTo(x[c] / Math.pow(2 + 0.1 * sums[c], 0.75), within(1e-6));
        }
    }

    private static float[] run(final Operator operator, final Shape input, final float[] image) throws Exception {
        return network(input, image, new Node("output", operator, List.of("input")));
    }

    /** The image twice, because a batch of one hides mistakes. */
    private static float[] network(final Shape input, final float[] image, final Node... nodes) throws Exception {
        final List<Node> all = new ArrayList<>(List.of(new Node("input", new Input(input), List.of())));
        all.addAll(List.of(nodes));
        final float[] twice = Arrays.copyOf(image, 2 * image.length);
        System.arraycopy(image, 0, twice, image.length, image.length);
        try (NetworkSession session = executor.open(new NetworkGraph("test", all))) {
            final float[] values = session.predict(new FeatureMaps(2, input, twice)).values();
            final float[] first = Arrays.copyOf(values, values.length / 2);
            assertThat(Arrays.copyOfRange(values, values.length / 2, values.length)).isEqualTo(first);
            return first;
        }
    }

    private static float[] random(final Random random, final int length) {
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
