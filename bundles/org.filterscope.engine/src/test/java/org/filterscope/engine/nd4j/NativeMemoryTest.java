package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** One layer's values here are 256 kB at least: an array that is not closed would leave 3 MB in every round of 12 passes. */
class NativeMemoryTest {
    private static final int ROUNDS = 12;
    private static final int WARM = 3;
    /** In kB. */
    private static final long MOST_GROWTH = 1500;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Shape SHAPE = new Shape(16, 64, 64);
    private static final FeatureMaps BATCH = new FeatureMaps(4, SHAPE, new float[4 * 16 * 64 * 64]);

    private final NetworkGraph graph;

    NativeMemoryTest() throws Exception {
        final Tensor ones = Tensor.vector(filled(16));
        graph = new NetworkGraph("test", List.of(new Node("input", new Input(SHAPE), List.of()),
                new Node("uneven", new Convolution(weights(16, 3), ones, new Window(3, 3, 1, 1, 1, 1, new Padding(2, 2, 0, 0))), List.of("input")),
                new Node("normal", new BatchNormalization(ones, ones, ones, ones, 1), List.of("uneven")),
                new Node("relu", new Activation(Function.RELU), List.of("normal")),
                new Node("depthwise", new Convolution(weights(1, 3), ones, new Window(3, 3, 2, 2, 1, 1, new Padding(1, 1, 1, 1)), 16),
                        List.of("relu")),
                new Node("painted", new TransposedConvolution(weights(16, 2), ones, new Window(2, 2, 2, 2, 1, 1, Padding.NONE), 0, 0, 1),
                        List.of("depthwise")),
                new Node("gaps", new Convolution(weights(4, 3), ones, new Window(3, 3, 1, 1, 2, 2, new Padding(2, 2, 2, 2)), 4),
                        List.of("painted")),
                new Node("mish", new Activation(Function.MISH), List.of("gaps")), new Node("dropout", new Identity(), List.of("mish")),
                new Node("product", new Multiply(), List.of("dropout", "relu")),
                new Node("sum", new Add(), List.of("product", "dropout", "input")),
                new Node("neighbours", new LocalResponseNormalization(5, 1, 1, 0.75), List.of("sum")),
                new Node("shuffled", new ChannelSelection(List.of(1, 1, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)), List.of("neighbours")),
                new Node("pooled", new Pooling(Reduction.MAXIMUM, new Window(2, 2, 2, 2, 1, 1, new Padding(0, 0, 1, 1))), List.of("shuffled")),
                new Node("averaged", new Pooling(Reduction.AVERAGE, new Window(2, 2, 1, 1, 1, 1, new Padding(1, 0, 0, 1))), List.of("pooled")),
                new Node("larger", new Resize(Sampling.repeat(32, 2), Sampling.repeat(32, 2)), List.of("averaged")),
                new Node("softmax", new Softmax(), List.of("larger")), new Node("flat", new Flatten(), List.of("softmax"))));
    }

    @Test
    void passesLeaveNothingBehind() throws Exception {
        assertFlat(session -> {
            session.predict(BATCH);
            session.forward(BATCH, Set.of("relu", "uneven"));
            session.run(Pass.from("sum", BATCH).with(Edit.channel(graph, "averaged", 0, 1)), Set.of("larger"));
        });
    }

    @Test
    void gradientsLeaveNothingBehind() throws Exception {
        final Pass pass = new Pass(Map.of("input", BATCH),
                List.of(Edit.channel(graph, "dropout", 1, 2), Edit.channel(graph, "uneven", 1, 2)));
        assertFlat(session -> {
            session.gradients(Pass.of(graph, BATCH), Target.channel(graph, "softmax", 0), Set.of("input"), ReluRule.GUIDED);
            session.gradients(pass, Target.channel(graph, "larger", 0), Set.of("input", "dropout", "flat"), ReluRule.DECONVOLUTION);
        });
    }

    @Test
    void failuresLeaveNothingBehind() throws Exception {
        final FeatureMaps wrong = new FeatureMaps(3, Shape.vector(1), new float[3]);
        assertFlat(session -> {
            assertThatThrownBy(() -> session.gradients(Pass.of(graph, BATCH), new Target("softmax", wrong), Set.of("input"),
                    ReluRule.GRADIENT)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> session.run(Pass.from("relu", BATCH), Set.of("softmax")))
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    private void assertFlat(final Consumer<NetworkSession> passes) throws Exception {
        Assumptions.assumeTrue(Files.exists(STATUS), "skipped: this system does not tell a process's memory");
        final List<Long> sizes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
                for (int i = 0; i < 12; i++) {
                    passes.accept(session);
                }
            }
            sizes.add(resident());
        }
        final List<Long> growths = new ArrayList<>();
        for (int round = WARM; round < sizes.size(); round++) {
            growths.add(sizes.get(round) - sizes.get(round - 1));
        }
        Collections.sort(growths);
        // A leak grows in every round; Java's own heap grows now and then, on a busy machine in most rounds.
        assertThat(growths.get(growths.size() / 4)).as("lower quartile of the growth in kB a round, of %s", sizes).isLessThan(MOST_GROWTH);
    }

    private static long resident() throws Exception {
        return Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }

    private static Tensor weights(final int channels, final int kernel) {
        return new Tensor(List.of(16, channels, kernel, kernel), new float[16 * channels * kernel * kernel]);
    }

    private static float[] filled(final int length) {
        final float[] values = new float[length];
        Arrays.fill(values, 1);
        return values;
    }
}
