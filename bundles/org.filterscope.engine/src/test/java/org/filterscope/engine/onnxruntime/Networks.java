package org.filterscope.engine.onnxruntime;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/** Small networks to try things on. Numbers are small whole ones, so that float32 makes no difference. */
final class Networks {
    private Networks() {
    }

    /** A network of the layers that follow its input, {@code input}. */
    static NetworkGraph of(final Shape input, final Node... layers) throws Exception {
        final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(input), List.of())));
        nodes.addAll(List.of(layers));
        return new NetworkGraph("test", nodes);
    }

    static Node node(final String name, final Operator operator, final String... inputs) {
        return new Node(name, operator, List.of(inputs));
    }

    static Window window(final int kernel, final int stride, final Padding padding) {
        return new Window(kernel, kernel, stride, stride, 1, 1, padding);
    }

    static Convolution convolution(final Random random, final int filters, final int channels, final Window window, final int groups) {
        return new Convolution(tensor(random, filters, channels / groups, window.rows(), window.cols()), tensor(random, filters), window, groups);
    }

    static Tensor tensor(final Random random, final Integer... shape) {
        return new Tensor(List.of(shape), whole(random, List.of(shape).stream().reduce(1, (a, b) -> a * b)));
    }

    static FeatureMaps maps(final Random random, final int images, final Shape shape) {
        return new FeatureMaps(images, shape, whole(random, images * (int) shape.size()));
    }

    static float[] whole(final Random random, final int length) {
        final float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextInt(-4, 5);
        }
        return values;
    }
}
