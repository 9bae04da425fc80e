package org.filterscope.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.filterscope.engine.onnxruntime.Networks.node;
import static org.filterscope.engine.onnxruntime.Networks.window;

import java.util.List;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
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

/** Operators by hand. */
class OperatorNumbersTest {
    private static final float[] ONE_TO_NINE = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    private static OnnxRuntimeExecutor executor;

    @BeforeAll
    static void load() throws Exception {
        executor = OnnxRuntimeExecutor.load(1);
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

    private static float[] run(final Operator operator, final Shape shape, final float[] x) throws Exception {
        try (NetworkSession session = executor.open(Networks.of(shape, node("output", operator, "input")))) {
            return session.predict(new FeatureMaps(1, shape, x)).values();
        }
    }
}
