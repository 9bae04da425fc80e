package org.filterscope.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.filterscope.engine.onnxruntime.Networks.convolution;
import static org.filterscope.engine.onnxruntime.Networks.node;
import static org.filterscope.engine.onnxruntime.Networks.tensor;
import static org.filterscope.engine.onnxruntime.Networks.window;

import java.util.List;
import java.util.Random;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
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
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each executor is the other's oracle; what one of them alone has is done by hand. 1e-5 of the size of the numbers is left to float32. */
class TwoExecutorsTest {
    private static final float[] ONE_TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static OnnxRuntimeExecutor executor;
    private static Nd4jExecutor other;

    @BeforeAll
    static void load() throws Exception {
        executor = OnnxRuntimeExecutor.load(1);
        other = Nd4jExecutor.load();
    }

    @Test
    void functionsAgree() throws Exception {
        for (final Function function : Function.values()) {
            agree(new Activation(function, function == Function.CLIP ? -1.5 : 0.3, function == Function.CLIP ? 2 : 0.5), new Shape(3, 4, 5));
        }
        agree(new Softmax(), new Shape(3, 4, 5));
        agree(new LocalResponseNormalization(5, 2, 0.1, 0.75), new Shape(7, 3, 3));
        agree(new ParametricRelu(Tensor.vector(0.5f, -1, 2)), new Shape(3, 2, 2));
        agree(new Affine(Tensor.vector(0.5f, -1, 2), Tensor.vector(1, 2, 3)), new Shape(3, 2, 2));
    }

    @Test
    void windowsAgree() throws Exception {
        final Random random = new Random(21);
        for (final Padding padding : List.of(Padding.NONE, new Padding(1, 1, 1, 1), new Padding(0, 0, 1, 1), new Padding(2, 1, 0, 1),
                new Padding(3, 4, 4, 3))) {
            for (final int stride : new int[] {1, 2}) {
                for (final int groups : new int[] {1, 2, 4}) {
                    agree(convolution(random, 8, 4, new Window(3, 2, stride, stride, stride == 1 ? 2 : 1, 1, padding), groups), new Shape(4, 7, 6));
                }
                agree(new Pooling(Reduction.MAXIMUM, window(3, stride, padding)), new Shape(2, 7, 6));
                for (final Padding counted : List.of(Padding.NONE, padding, new Padding(0, padding.left(), padding.bottom(), 0))) {
                    agree(new Pooling(Reduction.AVERAGE, window(3, stride, padding), counted), new Shape(2, 7, 6));
                }
            }
        }
        agree(new GlobalPooling(Reduction.MAXIMUM), new Shape(2, 7, 6));
        agree(new GlobalPooling(Reduction.AVERAGE), new Shape(2, 7, 6));
    }

    @Test
    void vectorsAndBordersAgree() throws Exception {
        agree(new Dense(tensor(new Random(22), 5, 6), Tensor.vector(1, 2, 3, 4, 5)), Shape.vector(6));
        agree(new Flatten(), new Shape(2, 3, 4));
        agree(new ZeroPadding(new Padding(1, 0, 2, 3)), new Shape(2, 3, 4));
        agree(new Cropping(new Padding(1, 0, 1, 2)), new Shape(2, 3, 4));
    }

    /** Every value paints its kernel; then the borders are cut and rows without paint are added, which hold the bias. */
    @Test
    void transposedConvolutionsPaint() throws Exception {
        final Tensor kernel = new Tensor(List.of(1, 1, 2, 2), new float[] {1, 2, 3, 4});
        final Shape shape = new Shape(1, 1, 2);
        final float[] x = {1, 10};
        assertThat(run(new TransposedConvolution(kernel, Tensor.vector(0), window(2, 1, Padding.NONE), 0, 0, 1), shape, x))
                .containsExactly(1, 12, 20, 3, 34, 40);
        assertThat(run(new TransposedConvolution(kernel, Tensor.vector(0.5f), window(2, 2, Padding.NONE), 1, 0, 1), shape, x))
                .containsExactly(1.5f, 2.5f, 10.5f, 20.5f, 3.5f, 4.5f, 30.5f, 40.5f, 0.5f, 0.5f, 0.5f, 0.5f);
        assertThat(run(new TransposedConvolution(kernel, Tensor.vector(0), window(2, 2, new Padding(0, 1, 1, 1)), 1, 0, 1), shape, x))
                .containsExactly(2, 10, 4, 30);
        final Tensor groups = new Tensor(List.of(2, 1, 1, 2), new float[] {1, 2, 3, 4});
        assertThat(run(new TransposedConvolution(groups, Tensor.vector(0, 0), new Window(1, 2, 1, 1, 1, 2, Padding.NONE), 0, 0, 2),
                new Shape(2, 1, 1), x)).containsExactly(1, 0, 2, 30, 0, 40);
    }

    @Test
    void valuesAreMovedAbout() throws Exception {
        final Shape shape = new Shape(2, 1, 2);
        final float[] x = {1, 2, 3, 4};
        assertThat(run(new ChannelSelection(List.of(1, 0, 1)), shape, x)).containsExactly(3, 4, 1, 2, 3, 4);
        assertThat(run(new Reshape(Shape.vector(4), Reshape.Order.CHANNELS_FIRST), shape, x)).containsExactly(1, 2, 3, 4);
        assertThat(run(new Reshape(Shape.vector(4), Reshape.Order.CHANNELS_LAST), shape, x)).containsExactly(1, 3, 2, 4);
        assertThat(run(new Softmax(true), Shape.vector(2), new float[] {0, 0})).containsExactly(new float[] {-0.6931472f, -0.6931472f},
                within(1e-6f));
    }

    @Test
    void mapsAreResized() throws Exception {
        final Shape shape = new Shape(1, 3, 3);
        assertThat(run(new Resize(new Sampling(3, 1, 1 / 3.0, Interpolation.NEAREST_ROUND_DOWN, Coordinates.HALF_PIXEL), Sampling.repeat(3, 2)),
                shape, ONE_TO_NINE)).containsExactly(4, 4, 5, 5, 6, 6);
        assertThat(run(new Resize(new Sampling(3, 5, 5 / 3.0, Interpolation.LINEAR, Coordinates.ALIGN_CORNERS),
                new Sampling(3, 2, 2 / 3.0, Interpolation.LINEAR, Coordinates.HALF_PIXEL)), shape, ONE_TO_NINE))
                .containsExactly(new float[] {1.25f, 2.75f, 2.75f, 4.25f, 4.25f, 5.75f, 5.75f, 7.25f, 7.25f, 8.75f}, within(1e-6f));
    }

    private static void agree(final Operator operator, final Shape shape) throws Exception {
        final NetworkGraph graph = Networks.of(shape, node("output", operator, "input"));
        final float[] values = new float[3 * (int) shape.size()];
        final Random random = new Random(20);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (3 * random.nextGaussian());
        }
        final FeatureMaps batch = new FeatureMaps(3, shape, values);
        try (NetworkSession session = executor.open(graph); NetworkSession second = other.open(graph)) {
            final float[] expected = second.predict(batch).values();
            double largest = 1;
            for (final float value : expected) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertThat(session.predict(batch).values()).as("%s", operator.kind()).containsExactly(expected, within((float) (1e-5 * largest)));
        }
    }

    private static float[] run(final Operator operator, final Shape shape, final float[] x) throws Exception {
        try (NetworkSession session = executor.open(Networks.of(shape, node("output", operator, "input")))) {
            return session.predict(new FeatureMaps(1, shape, x)).values();
        }
    }
}
