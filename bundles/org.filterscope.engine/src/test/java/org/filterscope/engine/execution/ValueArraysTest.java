package org.filterscope.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueArraysTest {
    private static final Shape SHAPE = new Shape(2, 5, 5);
    private static final Set<String> LAYERS = Set.of("edges", "relu", "mean");

    @Test
    void anArrayIsUsedAgainWhereItHasTheLength() {
        final ValueArrays arrays = new ValueArrays();
        final float[] first = arrays.array("a", 3);
        assertThat(arrays.array("a", 3)).isSameAs(first);
        assertThat(arrays.array("b", 3)).isNotSameAs(first);
        assertThat(arrays.array("a", 2)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "onnxruntime"})
    void whatComesOutInUsedArraysIsTheSameAsInNewOnes(final String executor) throws Exception {
        final ValueArrays arrays = new ValueArrays();
        try (NetworkSession session = open(executor)) {
            for (final int images : new int[] {3, 7, 2, 7}) {
                final FeatureMaps batch = batch(images);
                final Map<String, FeatureMaps> again = session.forward(batch, LAYERS, arrays);
                final Map<String, FeatureMaps> fresh = session.forward(batch, LAYERS);
                assertThat(again).containsOnlyKeys(LAYERS);
                again.forEach((layer, maps) -> {
                    assertThat(maps.values()).as(layer).isEqualTo(fresh.get(layer).values()).isNotSameAs(fresh.get(layer).values());
                    assertThat(maps.images()).isEqualTo(images);
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "onnxruntime"})
    void batchesOfOneSizeComeOutInOneArray(final String executor) throws Exception {
        final ValueArrays arrays = new ValueArrays();
        try (NetworkSession session = open(executor)) {
            final float[] first = session.forward(batch(4), LAYERS, arrays).get("relu").values();
            assertThat(session.forward(batch(4), LAYERS, arrays).get("relu").values()).isSameAs(first);
        }
    }

    /** A convolution, its positive part and the mean of that. */
    private static NetworkSession open(final String executor) throws Exception {
        final Tensor weights = new Tensor(List.of(3, 2, 2, 2), numbers(24));
        final NetworkGraph graph = new NetworkGraph("test", List.of(new Node("input", new Input(SHAPE), List.of()),
                new Node("edges", new Convolution(weights, Tensor.vector(0.1f, -0.2f, 0.3f), new Window(2, 2, 1, 1, 1, 1, Padding.NONE)),
                        List.of("input")),
                new Node("relu", new Activation(Function.RELU), List.of("edges")),
                new Node("mean", new GlobalPooling(Reduction.AVERAGE), List.of("relu"))));
        return executor.equals("nd4j") ? Nd4jExecutor.load().open(graph) : OnnxRuntimeExecutor.load(1).open(graph);
    }

    private static FeatureMaps batch(final int images) {
        return new FeatureMaps(images, SHAPE, numbers((int) (images * SHAPE.size())));
    }

    private static float[] numbers(final int count) {
        final Random random = new Random(count);
        final float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
