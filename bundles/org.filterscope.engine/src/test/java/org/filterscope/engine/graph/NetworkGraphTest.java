package org.filterscope.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.junit.jupiter.api.Test;

class NetworkGraphTest {
    private static final Node INPUT = new Node("input", new Input(new Shape(3, 8, 8)), List.of());

    @Test
    void everyInconsistencyNamesTheLayer() {
        assertRefused("no input layer");
        assertRefused("layer 'a' takes 'b'", INPUT, new Node("a", new Softmax(), List.of("b")));
        assertRefused("layer 'input' (softmax): there are two layers", INPUT, new Node("input", new Softmax(), List.of("input")));
        assertRefused("layer 'sum' (add): it adds maps of different shapes", INPUT, new Node("flat", new Flatten(), List.of("input")),
                new Node("sum", new Add(), List.of("input", "flat")));
    }

    @Test
    void aLayerOfTerabytesIsRefusedBeforeAnythingIsAllocated() {
        assertRefused("one image would have 3 × ", INPUT,
                new Node("pad", new ZeroPadding(new Padding(1 << 28, 1 << 28, 0, 0)), List.of("input")));
    }

    @Test
    void sizesThatWouldOverflowAreRefused() {
        assertThatThrownBy(() -> new Padding(Integer.MAX_VALUE, 0, 0, 0)).hasMessageContaining("must not be larger");
        assertThatThrownBy(() -> new Window(3, 3, 1, 1, Integer.MAX_VALUE, 1, Padding.NONE)).hasMessageContaining("must not be larger");
        assertThatThrownBy(() -> Window.same(3, 3, Integer.MAX_VALUE, 1, 1, 1, new Shape(1, 8, 8))).hasMessageContaining("must not be larger");
    }

    /** 2^90 values are 0 for who counts in 64 bits. */
    @Test
    void aShapeBeyondAllNumbersIsTooLargeAndNotEmpty() {
        final Shape shape = new Shape(1 << 30, 1 << 30, 1 << 30);
        assertThat(shape.size()).isEqualTo(Long.MAX_VALUE);
        assertThat(new Shape(2, 1 << 30, 1 << 30).size()).isEqualTo(1L << 61);
        assertRefused("one image would have 1073741824 × 1073741824 × 1073741824 values", new Node("in", new Operator.Input(shape), List.of()));
    }

    @Test
    void logitsAreWhatTheLastSoftmaxOrSigmoidTakes() throws Exception {
        assertThat(logits(new Flatten(), new Softmax())).isEqualTo("layer1");
        assertThat(logits(new Flatten(), new Activation(Function.SIGMOID), new Identity())).isEqualTo("layer1");
        assertThat(logits(new Softmax(true), new Flatten())).isEqualTo("input");
        assertThat(logits(new Softmax(), new GlobalPooling(Reduction.AVERAGE))).isEqualTo("layer2");
        assertThat(logits(new Flatten())).isEqualTo("layer1");
    }

    private static String logits(final Operator... layers) throws Exception {
        final List<Node> nodes = new ArrayList<>(List.of(INPUT));
        for (final Operator layer : layers) {
            nodes.add(new Node("layer" + nodes.size(), layer, List.of(nodes.getLast().name())));
        }
        return new NetworkGraph("test", nodes).logits().name();
    }

    private static void assertRefused(final String reason, final Node... nodes) {
        assertThatThrownBy(() -> new NetworkGraph("test", List.of(nodes))).isInstanceOf(InvalidNetworkException.class)
                .hasMessageContaining(reason);
    }
}
