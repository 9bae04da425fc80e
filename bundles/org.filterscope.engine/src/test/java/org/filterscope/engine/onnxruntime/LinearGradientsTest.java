package org.filterscope.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.filterscope.engine.onnxruntime.Networks.convolution;
import static org.filterscope.engine.onnxruntime.Networks.node;
import static org.filterscope.engine.onnxruntime.Networks.tensor;
import static org.filterscope.engine.onnxruntime.Networks.window;

import java.util.List;
import java.util.Random;
import java.util.Set;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Sampling.Coordinates;
import org.filterscope.engine.graph.Sampling.Interpolation;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Operators that are linear, but for a constant: their gradient by one input value is what that value alone adds to the target. So it is
 * compared with the forward pass of as many images as there are input values, each with a one in another place. Numbers are whole, so that
 * results must be equal to the last bit; where there is a division, within 1e-5 of values of the size of 10.
 */
class LinearGradientsTest {
    private static final double EXACT = 0;
    private static final double DIVIDED = 1e-5;
    private static OnnxRuntimeExecutor executor;

    @BeforeAll
    static void load() throws Exception {
        executor = OnnxRuntimeExecutor.load(1);
    }

    @Test
    void convolutions() throws Exception {
        final Random random = new Random(1);
        int tried = 0;
        for (final int groups : new int[] {1, 2, 4}) {
            for (final int stride : new int[] {1, 2, 3}) {
                for (final int dilation : new int[] {1, 2}) {
                    for (final Padding padding : List.of(Padding.NONE, new Padding(1, 1, 1, 1), new Padding(0, 1, 2, 0), new Padding(4, 3, 3, 5))) {
                        final Window window = new Window(3, 2, stride, stride == 1 ? 1 : 2, dilation, dilation, padding);
                        check(convolution(random, 8, 4, window, groups), new Shape(4, 7, 6), EXACT);
                        tried++;
                    }
                }
            }
        }
        check(convolution(random, 3, 2, new Window(1, 1, 2, 3, 1, 1, Padding.NONE), 1), new Shape(2, 6, 6), EXACT);
        assertThat(tried).isEqualTo(72);
    }

    @Test
    void transposedConvolutions() throws Exception {
        final Random random = new Random(2);
        for (final int groups : new int[] {1, 2, 4}) {
            for (final int stride : new int[] {1, 2, 3}) {
                for (final int dilation : new int[] {1, 2}) {
                    for (final Padding padding : List.of(Padding.NONE, new Padding(1, 1, 1, 1), new Padding(0, 1, 2, 0))) {
                        for (int extra = 0; extra < stride; extra++) {
                            final Window window = new Window(3, 2, stride, stride, dilation, dilation, padding);
                            check(new TransposedConvolution(tensor(random, 4, 8 / groups, 3, 2), tensor(random, 8), window, extra,
                                    Math.max(0, extra - 1), groups), new Shape(4, 3, 4), EXACT);
                        }
                    }
                }
            }
        }
    }

    @Test
    void averages() throws Exception {
        final Shape shape = new Shape(2, 5, 6);
        for (final Padding padding : List.of(Padding.NONE, new Padding(1, 1, 1, 1), new Padding(0, 0, 1, 1), new Padding(1, 0, 0, 1),
                new Padding(3, 2, 2, 4))) {
            for (final Padding counted : List.of(Padding.NONE, padding, new Padding(0, 0, padding.bottom(), 0))) {
                for (final int stride : new int[] {1, 2}) {
                    check(new Pooling(Reduction.AVERAGE, window(2, stride, padding), counted), shape, DIVIDED);
                    check(new Pooling(Reduction.AVERAGE, window(3, stride, padding), counted), shape, DIVIDED);
                }
            }
        }
        check(new Pooling(Reduction.AVERAGE, new Window(2, 2, 1, 2, 2, 3, new Padding(1, 1, 0, 0))), shape, DIVIDED);
        check(new GlobalPooling(Reduction.AVERAGE), shape, DIVIDED);
    }

    @Test
    void paddingCroppingAndOtherShapes() throws Exception {
        final Shape shape = new Shape(4, 3, 2);
        check(new ZeroPadding(new Padding(1, 0, 2, 3)), shape, EXACT);
        check(new Cropping(new Padding(1, 0, 1, 1)), shape, EXACT);
        check(new Flatten(), shape, EXACT);
        check(new Identity(), shape, EXACT);
        check(new Reshape(new Shape(2, 4, 3), Reshape.Order.CHANNELS_FIRST), shape, EXACT);
        check(new Reshape(new Shape(2, 4, 3), Reshape.Order.CHANNELS_LAST), shape, EXACT);
        check(new Reshape(Shape.vector(24), Reshape.Order.CHANNELS_LAST), shape, EXACT);
        check(new ChannelSelection(List.of(3, 1, 2, 0)), shape, EXACT);
        check(new ChannelSelection(List.of(2, 0, 2, 2, 3)), shape, EXACT);
        check(new ChannelSelection(List.of(1)), shape, EXACT);
    }

    @Test
    void resizing() throws Exception {
        for (final Interpolation interpolation : Interpolation.values()) {
            for (final Coordinates coordinates : Coordinates.values()) {
                check(new Resize(new Sampling(3, 7, 7 / 3.0, interpolation, coordinates), new Sampling(5, 12, 2.5, interpolation, coordinates)),
                        new Shape(2, 3, 5), interpolation == Interpolation.LINEAR ? DIVIDED : EXACT);
            }
        }
        check(new Resize(Sampling.repeat(2, 3), new Sampling(3, 1, 1 / 3.0, Interpolation.LINEAR, Coordinates.HALF_PIXEL_OR_FIRST)),
                new Shape(2, 2, 3), DIVIDED);
    }

    @Test
    void constantsAndFullyConnectedLayers() throws Exception {
        final Random random = new Random(3);
        check(new Affine(tensor(random, 3), tensor(random, 3)), new Shape(3, 2, 2), EXACT);
        check(new Dense(tensor(random, 4, 6), tensor(random, 4)), Shape.vector(6), EXACT);
        final BatchNormalization normalization = new BatchNormalization(Tensor.vector(2, -1, 3), Tensor.vector(1, 2, 3), Tensor.vector(0, 1, 2),
                Tensor.vector(3, 8, 0.25f), 1);
        check(normalization, new Shape(3, 2, 2), DIVIDED);
        check(normalization, Shape.vector(3), DIVIDED);
        check(Networks.of(new Shape(3, 1, 2), node("flat", new Flatten(), "input"), node("dense", new Dense(tensor(random, 3, 6),
                tensor(random, 3)), "flat"), node("normal", normalization, "dense")), DIVIDED);
    }

    /** Whatever is used twice gets both gradients; what is spread gets the sum over where it went. */
    @Test
    void joinsAndForks() throws Exception {
        final Shape shape = new Shape(2, 3, 2);
        final Node mean = node("mean", new GlobalPooling(Reduction.AVERAGE), "input");
        check(Networks.of(shape, mean, node("both", new Add(), "mean", "input")), DIVIDED);
        check(Networks.of(shape, mean, node("both", new Add(), "input", "mean", "input")), DIVIDED);
        check(Networks.of(shape, mean, node("both", new Concatenate(), "input", "input")), EXACT);
        check(Networks.of(shape, node("cut", new ChannelSelection(List.of(1)), "input"), node("both", new Concatenate(), "cut", "input", "cut")),
                EXACT);
        check(Networks.of(shape, node("three", new Mean(), "input", "input", "input")), DIVIDED);
        check(Networks.of(shape, node("cut", new ChannelSelection(List.of(1)), "input"), node("sum", new Add(), "cut", "input")), EXACT);
    }

    private static void check(final Operator operator, final Shape shape, final double tolerance) throws Exception {
        check(Networks.of(shape, node("output", operator, "input")), tolerance);
    }

    private static void check(final NetworkGraph graph, final double tolerance) throws Exception {
        final Random random = new Random(4);
        final String output = graph.output().name();
        final int values = (int) graph.input().size();
        final int images = 3;
        final FeatureMaps batch = Networks.maps(random, images, graph.input());
        final FeatureMaps seed = Networks.maps(random, images, graph.shape(output));
        try (NetworkSession session = executor.open(graph)) {
            final float[] gradient = session.gradients(Pass.of(graph, batch), new Target(output, seed), Set.of("input"), ReluRule.GRADIENT)
                    .gradient("input").values();
            final float[] ones = new float[(values + 1) * values];
            for (int i = 0; i < values; i++) {
                ones[(i + 1) * values + i] = 1;
            }
            final float[] results = session.predict(new FeatureMaps(values + 1, graph.input(), ones)).values();
            assertThat(gradient).as("%s of %s", output, graph.node(output)).containsExactly(added(results, seed, values), within((float) tolerance));
        }
    }

    /** What each input value adds to the sum of seed times result; the first result is that of zeros. */
    private static float[] added(final float[] results, final FeatureMaps seed, final int values) {
        final int size = (int) seed.shape().size();
        final float[] added = new float[seed.images() * values];
        for (int image = 0; image < seed.images(); image++) {
            for (int i = 0; i < values; i++) {
                double sum = 0;
                for (int j = 0; j < size; j++) {
                    sum += seed.values()[image * size + j] * ((double) results[(i + 1) * size + j] - results[j]);
                }
                added[image * values + i] = (float) sum;
            }
        }
        return added;
    }
}
