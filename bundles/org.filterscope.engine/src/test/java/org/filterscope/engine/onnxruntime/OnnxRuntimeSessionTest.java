package org.filterscope.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.filterscope.engine.onnxruntime.Networks.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a session promises: any layers, given and edited, for any number of images. */
class OnnxRuntimeSessionTest {
    private static OnnxRuntimeExecutor executor;

    @BeforeAll
    static void load() throws Exception {
        executor = OnnxRuntimeExecutor.load(2);
    }

    /** {@code relu(x)}, {@code relu(x) + x}, both joined. */
    private static NetworkGraph forked() throws Exception {
        return Networks.of(new Shape(1, 1, 3), node("rest", new Identity(), "input"), node("relu", new Activation(Function.RELU), "rest"),
                node("sum", new Add(), "relu", "input"), node("both", new Concatenate(), "relu", "sum"),
                node("last", new Activation(Function.RELU), "both"));
    }

    private static FeatureMaps two(final NetworkGraph graph) {
        return new FeatureMaps(2, graph.input(), new float[] {-1, 2, 3, 4, -5, 6});
    }

    @Test
    void anySetOfLayersCanBeTapped() throws Exception {
        final NetworkGraph graph = forked();
        final List<String> names = graph.nodes().stream().map(Node::name).toList();
        try (NetworkSession session = executor.open(graph)) {
            final Map<String, FeatureMaps> all = session.forward(two(graph), Set.copyOf(names));
            assertThat(all.get("input").values()).containsExactly(-1, 2, 3, 4, -5, 6);
            assertThat(all.get("rest").values()).containsExactly(-1, 2, 3, 4, -5, 6);
            assertThat(all.get("relu").values()).containsExactly(0, 2, 3, 4, 0, 6);
            assertThat(all.get("sum").values()).containsExactly(-1, 4, 6, 8, -5, 12);
            assertThat(all.get("both").values()).containsExactly(0, 2, 3, -1, 4, 6, 4, 0, 6, 8, -5, 12);
            assertThat(all.get("last").values()).containsExactly(0, 2, 3, 0, 4, 6, 4, 0, 6, 8, 0, 12);
            for (final String name : names) {
                assertThat(session.forward(two(graph), Set.of(name))).containsOnlyKeys(name);
                assertThat(session.forward(two(graph), Set.of(name)).get(name).values()).as(name).isEqualTo(all.get(name).values());
            }
            assertThat(session.forward(two(graph), Set.of())).isEmpty();
        }
    }

    @Test
    void anyNumberOfImagesGoesThroughTheSameGraph() throws Exception {
        final NetworkGraph graph = forked();
        try (OnnxRuntimeSession session = (OnnxRuntimeSession) executor.open(graph)) {
            for (final int images : new int[] {3, 1, 17, 2}) {
                final float[] values = new float[images * 3];
                Arrays.fill(values, images);
                final FeatureMaps batch = new FeatureMaps(images, graph.input(), values);
                assertThat(session.predict(batch).images()).isEqualTo(images);
                assertThat(session.predict(batch).values()).containsOnly(images, 2 * images).hasSize(6 * images);
                final Gradients gradients = session.gradients(Pass.of(graph, batch), Target.channel(graph, "last", 1), Set.of("input"),
                        ReluRule.GRADIENT);
                assertThat(gradients.gradient("input").values()).containsOnly(2).hasSize(3 * images);
            }
            assertThat(session.loaded()).isEqualTo(2);
        }
    }

    @Test
    void whatIsGivenIsNotComputedAndWhatLiesBelowIsNotNeeded() throws Exception {
        final NetworkGraph graph = forked();
        final FeatureMaps sums = new FeatureMaps(1, graph.shape("sum"), new float[] {7, 8, 9});
        final FeatureMaps input = new FeatureMaps(1, graph.input(), new float[] {-1, 2, 3});
        try (NetworkSession session = executor.open(graph)) {
            final Pass both = new Pass(Map.of("sum", sums, "input", input), List.of());
            final Map<String, FeatureMaps> values = session.run(both, Set.of("last", "sum", "input"));
            assertThat(values.get("last").values()).containsExactly(0, 2, 3, 7, 8, 9);
            assertThat(values.get("sum").values()).containsExactly(7, 8, 9);
            assertThat(values.get("input").values()).containsExactly(-1, 2, 3);
            assertThat(session.run(Pass.from("sum", sums), Set.of("sum")).get("sum").values()).containsExactly(7, 8, 9);
            assertThatThrownBy(() -> session.run(Pass.from("sum", sums), Set.of("last"))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'input' is missing");
            final Gradients hidden = session.gradients(both, Target.channel(graph, "last", 1), Set.of("input", "sum", "relu"), ReluRule.GRADIENT);
            assertThat(hidden.gradient("sum").values()).containsExactly(1, 1, 1);
            assertThat(hidden.gradient("relu").values()).containsExactly(0, 0, 0);
            assertThat(hidden.gradient("input").values()).containsExactly(0, 0, 0);
            assertThat(session.gradients(both, Target.channel(graph, "last", 0), Set.of("input"), ReluRule.GRADIENT).gradient("input").values())
                    .containsExactly(0, 1, 1);
        }
    }

    @Test
    void wrongNamesAndShapesAreRefused() throws Exception {
        final NetworkGraph graph = forked();
        final Pass pass = Pass.of(graph, two(graph));
        final FeatureMaps one = new FeatureMaps(1, Shape.vector(1), new float[] {1});
        final FeatureMaps four = new FeatureMaps(1, new Shape(1, 1, 4), new float[4]);
        try (NetworkSession session = executor.open(graph)) {
            assertThatThrownBy(() -> session.run(pass, Set.of("nowhere"))).hasMessageContaining("nowhere");
            assertThatThrownBy(() -> session.predict(four)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 × 1 × 3");
            assertThatThrownBy(() -> session.run(pass.with(new Edit("nowhere", one, one)), Set.of("last"))).hasMessageContaining("nowhere");
            assertThatThrownBy(() -> session.run(pass.with(new Edit("relu", one, four)), Set.of("last"))).hasMessageContaining("1 × 1 × 4");
            assertThatThrownBy(() -> session.gradients(pass, new Target("nowhere", one), Set.of("input"), ReluRule.GRADIENT))
                    .hasMessageContaining("nowhere");
            assertThatThrownBy(() -> session.gradients(pass, new Target("last", one), Set.of("nowhere"), ReluRule.GRADIENT))
                    .hasMessageContaining("nowhere");
            assertThatThrownBy(() -> session.gradients(pass, new Target("last", four), Set.of("input"), ReluRule.GRADIENT))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** {@code (1 − a) h + a value}, spread over whatever it has the length 1 along. */
    @Test
    void editsReplaceResultsAndEverythingAboveSeesThem() throws Exception {
        final NetworkGraph graph = forked();
        final Pass pass = Pass.of(graph, two(graph));
        final Edit half = new Edit("relu", new FeatureMaps(1, Shape.vector(1), new float[] {0.5f}),
                new FeatureMaps(2, Shape.vector(1), new float[] {10, -10}));
        try (NetworkSession session = executor.open(graph)) {
            final Map<String, FeatureMaps> edited = session.run(pass.with(half), Set.of("relu", "last", "rest", "sum"));
            assertThat(edited.get("rest").values()).containsExactly(-1, 2, 3, 4, -5, 6);
            assertThat(edited.get("relu").values()).containsExactly(5, 6, 6.5f, -3, -5, -2);
            assertThat(edited.get("sum").values()).containsExactly(4, 8, 9.5f, 1, -10, 4);
            assertThat(edited.get("last").values()).containsExactly(5, 6, 6.5f, 4, 8, 9.5f, 0, 0, 0, 1, 0, 4);
            final Edit column = new Edit("input", new FeatureMaps(1, new Shape(1, 1, 3), new float[] {0, 1, 0}),
                    new FeatureMaps(1, Shape.vector(1), new float[] {100}));
            final Map<String, FeatureMaps> given = session.run(pass.with(column).with(half), Set.of("input", "sum"));
            assertThat(given.get("input").values()).containsExactly(-1, 100, 3, 4, 100, 6);
            assertThat(given.get("sum").values()).containsExactly(4, 155, 9.5f, 1, 145, 4);
            assertThat(session.run(pass.with(Edit.channel(graph, "sum", 0, 1)), Set.of("relu")).get("relu").values())
                    .containsExactly(0, 2, 3, 4, 0, 6);
        }
    }

    /** Below an edit only the part that was kept counts; at it, the whole edited value. */
    @Test
    void gradientsPassEditsByWhatTheyKeep() throws Exception {
        final NetworkGraph graph = forked();
        final Edit quarter = new Edit("relu", new FeatureMaps(1, new Shape(1, 1, 3), new float[] {0, 0.25f, 1}),
                new FeatureMaps(1, Shape.vector(1), new float[] {1}));
        final Pass pass = Pass.of(graph, new FeatureMaps(1, graph.input(), new float[] {1, 2, 3})).with(quarter);
        try (NetworkSession session = executor.open(graph)) {
            final Gradients gradients = session.gradients(pass, new Target("both", new FeatureMaps(1, Shape.vector(2), new float[] {10, 1})),
                    Set.of("relu", "rest", "input", "both", "last"), ReluRule.GRADIENT);
            assertThat(gradients.value("relu").values()).containsExactly(1, 1.75f, 1);
            assertThat(gradients.gradient("relu").values()).containsExactly(11, 11, 11);
            assertThat(gradients.gradient("rest").values()).containsExactly(11, 8.25f, 0);
            assertThat(gradients.gradient("input").values()).containsExactly(12, 9.25f, 1);
            assertThat(gradients.gradient("both").values()).containsExactly(10, 10, 10, 1, 1, 1);
            assertThat(gradients.gradient("last").values()).containsOnly(0).hasSize(6);
            assertThat(gradients.values()).containsOnlyKeys("relu", "rest", "input", "both", "last");
            final Gradients edited = session.gradients(pass, new Target("relu", new FeatureMaps(1, Shape.vector(1), new float[] {1})),
                    Set.of("relu", "input"), ReluRule.GRADIENT);
            assertThat(edited.gradient("relu").values()).containsExactly(1, 1, 1);
            assertThat(edited.gradient("input").values()).containsExactly(1, 0.75f, 0);
        }
    }

    @Test
    void everyImageHasItsOwnSeed() throws Exception {
        final NetworkGraph graph = Networks.of(Shape.vector(2), node("dense", new Dense(new Tensor(List.of(3, 2), new float[] {1, 2, 3, 4, 5, 6}),
                Tensor.vector(0, 0, 0)), "input"), node("softmax", new Softmax(), "dense"));
        final Pass pass = Pass.of(graph, new FeatureMaps(2, graph.input(), new float[4]));
        try (NetworkSession session = executor.open(graph)) {
            assertThat(session.gradients(pass, Target.logits(graph, 2, 0), Set.of("input"), ReluRule.GRADIENT).gradient("input").values())
                    .containsExactly(5, 6, 1, 2);
            assertThat(session.gradients(pass, Target.logit(graph, 1), Set.of("input"), ReluRule.GRADIENT).gradient("input").values())
                    .containsExactly(3, 4, 3, 4);
        }
    }

    /** Where nobody looks in between, the normalisation is folded into the convolution; where somebody does, the convolution's own values come. */
    @Test
    void normalizationsAreFoldedOnlyWhereNobodyLooks() throws Exception {
        final Random random = new Random(9);
        final NetworkGraph graph = Networks.of(new Shape(3, 6, 6),
                node("convolution", Networks.convolution(random, 16, 3, Networks.window(3, 1, new Padding(1, 1, 1, 1)), 1), "input"),
                node("normal", new BatchNormalization(Networks.tensor(random, 16), Networks.tensor(random, 16), Networks.tensor(random, 16),
                        new Tensor(List.of(16), ones(16)), 1), "convolution"),
                node("relu", new Activation(Function.RELU), "normal"),
                node("pool", new Pooling(Reduction.MAXIMUM, Networks.window(2, 2, Padding.NONE)), "relu"));
        final FeatureMaps batch = Networks.maps(random, 2, graph.input());
        try (NetworkSession session = executor.open(graph)) {
            final Map<String, FeatureMaps> open = session.forward(batch, Set.of("convolution", "normal", "relu", "pool"));
            assertThat(session.predict(batch).values()).containsExactly(open.get("pool").values(), within(1e-3f));
            assertThat(session.forward(batch, Set.of("convolution")).get("convolution").values())
                    .isEqualTo(open.get("convolution").values());
            for (int at = 0; at < 36; at++) {
                final BatchNormalization normal = (BatchNormalization) graph.node("normal").orElseThrow().operator();
                final double expected = normal.gamma().values()[0] * (open.get("convolution").values()[at] - normal.mean().values()[0])
                        / Math.sqrt(2) + normal.beta().values()[0];
                assertThat((double) open.get("normal").values()[at]).isCloseTo(expected, within(1e-3));
            }
        }
    }

    private static float[] ones(final int length) {
        final float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void theRequestsThatWereAskedLastStayLoaded() throws Exception {
        final NetworkGraph graph = forked();
        final List<String> names = graph.nodes().stream().map(Node::name).skip(1).toList();
        try (OnnxRuntimeSession session = (OnnxRuntimeSession) executor.open(graph)) {
            for (final String first : names) {
                for (final String second : names) {
                    assertThat(session.forward(two(graph), Set.copyOf(List.of(first, second))))
                            .containsOnlyKeys(first.equals(second) ? new String[] {first} : new String[] {first, second});
                }
            }
            assertThat(session.loaded()).isEqualTo(RequestCache.MOST);
            assertThat(session.predict(two(graph)).values()).containsExactly(0, 2, 3, 0, 4, 6, 4, 0, 6, 8, 0, 12);
        }
    }

    /** 320 batches of 1 to 8 images make 800 MB of results forwards and as much backwards; a leak of any would show. */
    @Test
    void nativeMemoryDoesNotGrow() throws Exception {
        final Path status = Path.of("/proc/self/status");
        Assumptions.assumeTrue(Files.exists(status), "skipped: this system does not tell a process's memory");
        final Random random = new Random(10);
        final NetworkGraph graph = Networks.of(new Shape(16, 64, 64),
                node("convolution", Networks.convolution(random, 16, 16, Networks.window(3, 1, new Padding(1, 1, 1, 1)), 1), "input"),
                node("relu", new Activation(Function.RELU), "convolution"),
                node("pool", new Pooling(Reduction.MAXIMUM, Networks.window(2, 2, Padding.NONE)), "relu"));
        final List<Long> sizes = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            try (NetworkSession session = executor.open(graph)) {
                for (int i = 0; i < 40; i++) {
                    final int images = 1 + random.nextInt(8);
                    final FeatureMaps batch = new FeatureMaps(images, graph.input(), new float[images * 16 * 64 * 64]);
                    session.forward(batch, Set.of("relu"));
                    session.gradients(Pass.of(graph, batch), Target.channel(graph, "pool", i % 16), Set.of("input"), ReluRule.GRADIENT);
                }
            }
            sizes.add(outsideTheHeap(status));
        }
        assertThat(sizes.getLast() - sizes.get(2)).as("growth in kB after warming up, of %s", sizes).isLessThan(60_000);
    }

    /** In kB, without the Java heap, which grows as it likes. */
    private static long outsideTheHeap(final Path status) throws Exception {
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow() - Runtime.getRuntime().totalMemory() / 1024;
    }

    @Test
    void theExecutorNamesItself() {
        assertThat(executor.name()).isEqualTo("onnxruntime");
        assertThat(executor.software()).containsKey("onnxruntime");
    }
}
