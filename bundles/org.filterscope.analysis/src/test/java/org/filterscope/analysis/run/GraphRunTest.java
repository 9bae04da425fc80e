package org.filterscope.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphPicture;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.core.graph.Places;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.Score;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.testkit.ColourProject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs of red and of green squares ({@link ColourProject}): on each kind's pictures one filter responds, where the square is. */
class GraphRunTest {
    private static final int PER_CLASS = 20;
    private static Nd4jExecutor executor;

    @TempDir
    Path folder;
    private Path configuration;

    @BeforeAll
    static void load() throws Exception {
        executor = Nd4jExecutor.load();
    }

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, PER_CLASS);
        final StringBuilder landmarks = new StringBuilder("picture,landmark,row,col\n");
        for (int i = 0; i < PER_CLASS; i++) {
            for (final String colour : List.of("red", "green")) {
                landmarks.append("%s/%03d.png,corner,%d,%d%n".formatted(colour, i, i % 12, 2 * i % 12));
            }
        }
        Files.writeString(folder.resolve("corners.csv"), landmarks);
    }

    @Test
    void everyKindOfObjectHasAGraphOfTheFiltersThatRespondToIt() throws Exception {
        configure("landmarks: corners.csv", "graph: { mirrored: false }");
        final DiagnosisSummary summary = run(false, Progress.NONE);
        final Report report = Report.open(folder.resolve("report"));
        for (final String kind : List.of("red", "green")) {
            final int filter = kind.equals("red") ? 0 : 1;
            try (GraphFile graph = GraphFile.open(new ReportFiles(folder.resolve("report")).graph(kind))) {
                assertThat(graph.heading().category()).isEqualTo(kind);
                assertThat(graph.heading().pictures()).hasSize(PER_CLASS).allMatch(picture -> picture.path().startsWith(kind))
                        .noneMatch(GraphPicture::mirrored);
                assertThat(graph.heading().layers()).hasSize(1);
                assertThat(graph.patterns()).isPositive();
                final int strongest = IntStream.range(0, graph.patterns()).boxed()
                        .max((a, b) -> Float.compare(graph.score(PatternScore.STRENGTH, a), graph.score(PatternScore.STRENGTH, b))).orElseThrow();
                assertThat(graph.pattern(strongest).filter()).isEqualTo(filter);
                assertThat(graph.part(strongest)).contains("corner");
                assertThat(graph.score(PatternScore.INSTABILITY_RATIO, strongest)).isLessThan(1);
                assertThat(graph.score(PatternScore.VECTOR_R2, strongest)).isBetween(0.5f, 1f);
                assertThat(graph.score(PatternScore.PURITY, strongest)).isOne();
                assertThat(graph.patch(strongest).orElseThrow().rgb()).hasSize(24 * 24 * 3);
                assertThat(IntStream.range(0, graph.patterns()).mapToDouble(v -> graph.score(PatternScore.EXPLAINED, v)).sum()).isBetween(0.2, 1.0);
            }
            assertThat(summary.findings()).anyMatch(line -> line.startsWith("explanatory graph of %s: ".formatted(kind))
                    && line.endsWith("from 20 pictures"));
        }
        assertThat(report.filters("colour").stream().map(row -> row.scores().number(Score.PATTERNS).orElse(-1)).toList()).containsExactly(1.0, 1.0,
                0.0);
        assertThat(report.manifest().settings()).containsEntry("graph.of.red", "20 pictures, 0 of them mirrored")
                .containsEntry("graph.constants", "wide");
    }

    /** The middle of a square lies where its picture was mirrored as well; were landmarks not mirrored, too, nothing would predict them. */
    @Test
    void landmarksAreMirroredWithTheirPictures() throws Exception {
        final StringBuilder middles = new StringBuilder("picture,landmark,row,col\n");
        for (int i = 0; i < PER_CLASS; i++) {
            middles.append("red/%03d.png,middle,%d,%d%n".formatted(i, i % 12 + 2, 2 * i % 12 + 2));
        }
        Files.writeString(folder.resolve("middles.csv"), middles);
        configure("landmarks: middles.csv", "graph: { classes: [red, red] }");
        run(false, Progress.NONE);
        try (GraphFile graph = GraphFile.open(new ReportFiles(folder.resolve("report")).graph("red"))) {
            assertThat(graph.heading().pictures()).anyMatch(GraphPicture::mirrored);
            assertThat(IntStream.range(0, graph.patterns()).mapToDouble(v -> graph.score(PatternScore.VECTOR_R2, v)).max().orElse(0))
                    .isGreaterThan(0.8);
        }
    }

    @Test
    void aReportWhoseInputHasChangedIsNotUsedForOtherPictures() throws Exception {
        configure("graph: { iterations: 2 }");
        run(false, Progress.NONE);
        Files.writeString(configuration, Files.readString(configuration).replace("scale: 0.00392156862745098", "scale: 0.004"));
        assertThatThrownBy(() -> new PatternInference(() -> executor, new ConfigurationReader().read(configuration)).run("red",
                folder.resolve("pictures/red"), found -> { }, Progress.NONE)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("'input' has changed since the report");
    }

    /** Cancelled at every iteration and stage that the mining has. */
    @Test
    void interruptedAnywhereInTheMiningItGoesOnToTheVerySameReport() throws Exception {
        configure("landmarks: corners.csv", "graph: { iterations: 3 }");
        run(false, Progress.NONE);
        final Map<String, String> whole = InterruptedRun.content(folder.resolve("report"));
        assertThat(whole.keySet()).contains("graph/red/graph.fsg", "graph/green/graph.fsg", "graph/red/nodes.csv", "graph/red/edges.csv");
        for (final String task : List.of("explanatory graph: which way objects face", "explanatory graph: reading layer colour", "explanatory graph: layer colour, iteration 2 of 3",
                "explanatory graph: layer colour, places", "explanatory graph: what its patterns are like")) {
            for (int time = 1; time <= 2; time++) {
                final int which = time;
                assertThatThrownBy(() -> run(true, InterruptedRun.cancelledAt(task, which))).as(task).isInstanceOf(CancelledException.class);
            }
            assertThat(run(true, Progress.NONE).resumed()).isEqualTo(2 * PER_CLASS);
            assertThat(InterruptedRun.content(folder.resolve("report"))).isEqualTo(whole);
        }
    }

    /** Shown again as other pictures, those of the mining have every pattern where the mining found it, to the last bit. */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void onOtherPicturesPatternsAreFoundAsInTheMining(final boolean mirrored) throws Exception {
        configure("graph: { iterations: 5, mirrored: %s }".formatted(mirrored));
        run(false, Progress.NONE);
        final List<FoundPattern> found = new ArrayList<>();
        final List<float[]> sums = new ArrayList<>();
        new PatternInference(() -> executor, new ConfigurationReader().read(configuration)).run("red", folder.resolve("pictures/red"),
                new PatternReceiver() {
                    @Override
                    public void found(final FoundPattern pattern) {
                        found.add(pattern);
                    }

                    @Override
                    public boolean wantsShares(final String layer, final int filter) {
                        return filter == 0;
                    }

                    @Override
                    public void shares(final String picture, final float[][] shares) {
                        final float[] sum = new float[shares[0].length];
                        for (final float[] share : shares) {
                            for (int i = 0; i < sum.length; i++) {
                                sum[i] += share[i];
                            }
                        }
                        sums.add(sum);
                    }
                }, Progress.NONE);
        // Picture 1 has its square from row 1, column 2 on; the filter's map is 1 there, mirrored or not.
        final float inside = sums.get(1)[1 * ColourProject.SIDE + 2];
        assertThat(inside).isPositive();
        for (int i = 0; i < sums.get(1).length; i++) {
            final boolean square = i / ColourProject.SIDE >= 1 && i / ColourProject.SIDE < 5 && i % ColourProject.SIDE >= 2
                    && i % ColourProject.SIDE < 6;
            assertThat(sums.get(1)[i]).isCloseTo(square ? inside : 0, within(1e-5f));
        }
        try (GraphFile graph = GraphFile.open(new ReportFiles(folder.resolve("report")).graph("red"))) {
            assertThat(graph.heading().pictures().stream().anyMatch(GraphPicture::mirrored)).isEqualTo(mirrored);
            assertThat(found).hasSize(graph.patterns() * PER_CLASS);
            for (int v = 0; v < graph.patterns(); v++) {
                final Places places = graph.ofPattern(v);
                for (int picture = 0; picture < PER_CLASS; picture++) {
                    final FoundPattern one = found.get(v * PER_CLASS + picture);
                    final boolean turned = graph.heading().pictures().get(picture).mirrored();
                    assertThat("red/" + one.picture()).isEqualTo(graph.heading().pictures().get(picture).path());
                    assertThat(one.row()).isEqualTo(places.rows()[picture]);
                    assertThat(one.col()).isEqualTo(turned ? ColourProject.SIDE - 1 - (double) places.cols()[picture] : places.cols()[picture]);
                    assertThat(one.score()).isEqualTo(places.scores()[picture]);
                    assertThat(one.there()).isEqualTo(places.isThere(picture, graph.pattern(v).least()));
                }
            }
        }
    }

    @Test
    void whatCannotBeMinedIsToldBeforeAnythingIsComputed() throws Exception {
        configure("graph: { classes: [blue] }");
        assertThatThrownBy(() -> run(false, Progress.NONE)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("there are no pictures of a class 'blue'; the classes are green, red");
        configure();
        Files.writeString(configuration, Files.readString(configuration).replace("[colour]", "[mean]"));
        assertThatThrownBy(() -> run(false, Progress.NONE)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none of the layers mean has maps with places");
        assertThat(folder.resolve("report")).doesNotExist();
    }

    private void configure(final String... lines) throws Exception {
        ColourProject.write(folder, 0);
        Files.writeString(configuration, Files.readString(configuration) + "analyses: [graph]\n" + String.join("\n", lines) + "\n");
    }

    private DiagnosisSummary run(final boolean resume, final Progress progress) throws InvalidInputException {
        return new Diagnosis(() -> executor, "test", 1).run(new ConfigurationReader().read(configuration), resume, progress);
    }
}
