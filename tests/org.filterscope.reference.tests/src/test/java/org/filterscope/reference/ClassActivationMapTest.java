package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.Gson;
import org.filterscope.analysis.attribution.ClassActivationMap;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The authors' own class activation map (Zhou et al. 2016), from their maps and weights. */
class ClassActivationMapTest {
    private static final Shape MAPS = new Shape(1024, 14, 14);
    private static final int CLASSES = 5;
    /** The reference is rounded to five decimals; its largest value is 114. */
    private static final double TOLERANCE = 1e-4;

    /** {@code expected.json}. */
    private record Expected(double[][] cam_top1) {
    }

    static List<Executor> executors() throws Exception {
        return Executors.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("executors")
    void theMapIsThatOfTheAuthors(final Executor executor) throws Exception {
        final Path folder = ReferenceData.find().file("reference/cam-googlenet-gap");
        final double[][] expected = new Gson().fromJson(Files.readString(folder.resolve("expected.json")), Expected.class).cam_top1;
        final float[] activation = transposed(floats(folder.resolve("activation_14x14x1024.npy")), 14 * 14, 1024);
        final Tensor weights = new Tensor(List.of(CLASSES, 1024), transposed(floats(folder.resolve("weights_1024x5.npy")), 1024, CLASSES));
        final NetworkGraph graph = new NetworkGraph("test", List.of(new Node("maps", new Input(MAPS), List.of()),
                new Node("mean", new GlobalPooling(Reduction.AVERAGE), List.of("maps")),
                new Node("scores", new Dense(weights, Tensor.vector(new float[CLASSES])), List.of("mean"))));
        try (NetworkSession session = executor.open(graph)) {
            final double[] map = new ClassActivationMap("maps").map(session, new FeatureMaps(1, MAPS, activation), 0, Progress.NONE).values();
            for (int position = 0; position < map.length; position++) {
                final double there = expected[position / 14][position % 14];
                assertThat(map[position]).as("position %d", position).isCloseTo(there, within(TOLERANCE * Math.max(1, Math.abs(there))));
            }
        }
    }

    /** The values of a little-endian float32 array that NumPy wrote in row-major order. */
    private static float[] floats(final Path file) throws Exception {
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(10 + bytes.getShort(8));
        final float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    private static float[] transposed(final float[] values, final int rows, final int cols) {
        final float[] turned = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            turned[i % cols * rows + i / cols] = values[i];
        }
        return turned;
    }
}
