package org.filterscope.reference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import onnx.Onnx.ModelProto;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;
import org.filterscope.reference.Executors;
import org.filterscope.reference.onnx.Runtime.Numbers;

/**
 * Whether our executors, running what we read, show what ONNX Runtime shows running the file. Values may differ by 1e-4 of the largest value
 * of the layer: both sum float32 in orders of their own, some thousand products a value and up to a hundred layers deep.
 */
final class Agreement {
    private static final double TOLERANCE = 1e-4;

    private Agreement() {
    }

    /** All executors there are. */
    static List<Executor> executors() throws Exception {
        return Executors.all();
    }

    /**
     * Reads the file, runs it and compares every given layer, and the output.
     *
     * @param layers names of values in the file by names of layers
     * @return what was read
     */
    static NetworkGraph check(final Executor executor, final Path file, final ModelProto model, final Map<String, String> layers,
            final boolean channelsLast) throws Exception {
        final NetworkGraph graph = new NetworkReader().read(file, Optional.empty());
        final Shape shape = graph.input();
        final FeatureMaps picture = new FeatureMaps(1, shape, values((int) shape.size()));
        final Set<String> values = new LinkedHashSet<>(layers.values());
        final String output = model.getGraph().getOutput(0).getName();
        values.add(output);
        final var input = model.getGraph().getInput(0);
        final boolean vector = input.getType().getTensorType().getShape().getDimCount() == 2;
        final long[] dims = vector ? new long[] {1, shape.channels()} : channelsLast
                ? new long[] {1, shape.rows(), shape.cols(), shape.channels()} : new long[] {1, shape.channels(), shape.rows(), shape.cols()};
        final Map<String, Numbers> expected = Runtime.run(model, input.getName(), dims,
                channelsLast ? last(picture.values(), shape) : picture.values(), new ArrayList<>(values));
        assertThat(graph.nodes().stream().map(node -> node.name())).containsAll(layers.keySet());
        try (NetworkSession session = executor.open(graph)) {
            final Set<String> wanted = new LinkedHashSet<>(layers.keySet());
            wanted.add(graph.output().name());
            final Map<String, FeatureMaps> ours = session.forward(picture, wanted);
            layers.forEach((layer, value) -> assertClose(layer, ours.get(layer), expected.get(value), false));
            assertClose("output", ours.get(graph.output().name()), expected.get(output), channelsLast);
        }
        return graph;
    }

    private static float[] values(final int size) {
        final Random random = new Random(3);
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static void assertClose(final String layer, final FeatureMaps ours, final Numbers theirs, final boolean channelsLast) {
        final float[] values = channelsLast && theirs.dims().size() == 4 ? last(ours.values(), ours.shape()) : ours.values();
        assertThat(values).as(layer).hasSameSizeAs(theirs.values());
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).as(layer).isFinite();
            largest = Math.max(largest, Math.abs(theirs.values()[i]));
            difference = Math.max(difference, Math.abs(values[i] - theirs.values()[i]));
        }
        assertThat(largest).as("%s is not all zeros", layer).isPositive();
        assertThat(difference / largest).as("%s, %s", layer, theirs.dims()).isLessThan(TOLERANCE);
    }

    private static float[] last(final float[] values, final Shape shape) {
        final float[] turned = new float[values.length];
        final int positions = shape.rows() * shape.cols();
        for (int i = 0; i < values.length; i++) {
            turned[i % positions * shape.channels() + i / positions] = values[i];
        }
        return turned;
    }
}
