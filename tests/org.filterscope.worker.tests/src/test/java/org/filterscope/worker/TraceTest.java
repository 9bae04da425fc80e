package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.filterscope.core.names.FilterName;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.core.protocol.AblationResult;
import org.filterscope.core.protocol.DiagnosisClient;
import org.filterscope.core.protocol.DiagnosisWorker;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.protocol.HeatRequest;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.core.trace.Breakdown;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.FilterTrace;
import org.filterscope.core.trace.HeatTrace;
import org.filterscope.core.trace.LayerTrace;
import org.filterscope.core.trace.PatternTrace;
import org.filterscope.core.trace.TraceFile;
import org.filterscope.core.trace.TraceMethod;
import org.filterscope.testkit.ColourProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Traces as users get them. In the project of colours every number is known: a red square of 4 × 4 on 16 × 16 pixels gives the filter for red a mean
 * of 1/16, and the class red a logit of 100/16.
 */
@Timeout(180)
class TraceTest {
    private static final double LOGIT = 100 * 16 / 256.0;
    private static final Path DATA = Path.of(System.getProperty("filterscope.root")).resolve("../shared/data").normalize();

    @TempDir
    Path folder;
    private Path configuration;
    private Path picture;
    private Process process;

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, 20);
        picture = folder.resolve("pictures/red/001.png");
    }

    @AfterEach
    void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private DiagnosisWorker worker() throws Exception {
        process = WorkerProcess.builder(512, "serve").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        final DiagnosisClient deaf = report -> { };
        final Launcher<DiagnosisWorker> launcher = Launcher.createLauncher(deaf, DiagnosisWorker.class, process.getInputStream(),
                process.getOutputStream());
        launcher.startListening();
        return launcher.getRemoteProxy();
    }

    @Test
    void withoutAReportTheNumbersAreToldAndNothingIsWritten() throws Exception {
        final Ended ended = WorkerProcess.run("trace", configuration.toString(), picture.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out().lines().map(String::strip)).startsWith("red/001.png", "red 99.8 %: filter 0 +6.25").contains(
                "Layer colour: its 3 filters add 6.25 to a logit of 6.25 that without them would be 0.00; exact, "
                        + "because all layers above are affine.",
                "Without filter 0 of layer colour the logit changes by −6.25 and the probability by −49.8 points.",
                "In layer colour a region of 16 positions, rows 1 to 4 and columns 2 to 5, adds +6.25.",
                "By CAM of layer colour it is in rows 1 to 4 and columns 2 to 5 of the network's input.")
                .anyMatch(line -> line.startsWith("There is no report at "));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("colours.filterscope", "labels.txt", "model.h5",
                    "pictures");
        }
    }

    @Test
    void withAReportTheTraceHasNamesAndPatternsAndLiesInTheReport() throws Exception {
        Files.writeString(configuration, "analyses: [filters, graph]\n", StandardOpenOption.APPEND);
        assertThat(WorkerProcess.run("run", configuration.toString()).code()).isZero();
        final String fingerprint = Report.open(folder.resolve("report")).filters("colour").getFirst().scores().text(Score.FINGERPRINT).orElseThrow();
        NamesFile.beside(configuration).put(new FilterName(fingerprint, "redness", Optional.empty(), "colour", 0, "", ""));

        // Its square is near the middle, where patterns see it best.
        final Ended ended = WorkerProcess.run("trace", configuration.toString(), folder.resolve("pictures/red/003.png").toString(), "--executor",
                "nd4j");

        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains("red 99.8 %: filter 0 'redness' +6.25; ")
                .contains("not explained (layer colour, by the explanatory graph's patterns")
                .contains("In filter 0 'redness' of layer colour: part pattern ");
        final ContributionTrace trace = TraceFile.read(folder.resolve("report/traces/red%2F003.png.json"));
        assertThat(trace.model().graph()).isEqualTo("red");
        assertThat(trace.model().executor()).isEqualTo("nd4j");
        final FilterTrace filter = trace.layers().getFirst().filters().getFirst();
        assertThat(filter.patterns().stream().mapToDouble(PatternTrace::contribution).sum() + filter.rest()).isCloseTo(LOGIT, within(1e-4));
        assertThat(filter.patterns()).isNotEmpty().allSatisfy(pattern -> {
            assertThat(pattern.row()).isBetween(2.5, 6.5);
            assertThat(pattern.col()).isBetween(5.5, 9.5);
        });
        final Breakdown breakdown = trace.breakdown().orElseThrow();
        assertThat(breakdown.parts()).isPositive();
        assertThat(breakdown.parts() + breakdown.textures() + breakdown.unexplained()).isCloseTo(1, within(1e-9));
        assertThat(WorkerProcess.run("run", configuration.toString()).code()).as("a report with traces is still a report").isZero();
    }

    @Test
    void anotherClassAndHeatMapsWithTheirTestsGoToAFolderOfOnesOwn() throws Exception {
        final Path out = folder.resolve("traces");
        final Ended ended = WorkerProcess.run("trace", configuration.toString(), picture.toString(), "--class", "green", "--out", out.toString(),
                "--heat", "cam", "--heat", "guided-backpropagation");
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains("green 0.2 %: no filter of layer colour speaks for it")
                .contains("green is choice 2 of 2; the first is red 99.8 %.")
                .contains("heat map").contains("deletion").contains("shuffled");
        final ContributionTrace trace = TraceFile.read(out.resolve("red%2F001.png.json"));
        assertThat(trace.heats()).extracting(HeatTrace::method).containsExactly("CAM", "guided back-propagation");
        for (final HeatTrace heat : trace.heats()) {
            assertThat(heat.forward()).isOne();
            assertThat(heat.deletion()).isPresent();
            assertThat(heat.insertion()).isPresent();
            assertThat(ImageIO.read(out.resolve(heat.file()).toFile()).getWidth()).isEqualTo(ColourProject.SIDE);
        }
    }

    @Test
    void mistakesOfTheUserTakeOneLine() throws Exception {
        assertMistake("the network knows no class 'blue'; it knows red, green", "--class", "blue");
        assertMistake("the model has no layer 'nose' to look into", "--layer", "nose");
        assertMistake("there is no heat map 'warm'; there are cam, grad-cam", "--heat", "warm");
        assertMistake("--heat needs a folder to draw to: there is no report at ", "--heat", "cam");
        final Ended missing = WorkerProcess.run("trace", configuration.toString(), folder.resolve("none.png").toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.error()).contains("none.png: there is no such picture").doesNotContain("\tat ");
    }

    private void assertMistake(final String message, final String... options) throws Exception {
        final Ended ended = WorkerProcess.run(Stream.concat(Stream.of("trace", configuration.toString(), picture.toString()), Stream.of(options))
                .toArray(String[]::new));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void theServiceTracesShowsHeatAndSilencesFilters() throws Exception {
        final DiagnosisWorker worker = worker();
        final ContributionTrace trace = TraceFile.parse(worker.trace(new TraceRequest("a", configuration.toString(), picture.toString(),
                TraceRequest.PREDICTED, List.of(), false)).get().trace(), "answer");
        assertThat(trace.tracedClass().name()).isEqualTo("red");
        assertThat(trace.layers()).extracting(LayerTrace::method).containsExactly(TraceMethod.EXACT);

        final HeatResult map = worker.heat(heat(HeatRequest.ACTIVATION, "colour", 0)).get();
        assertThat(map.rows()).isEqualTo(ColourProject.SIDE);
        assertSquare(map.floats(), 1);
        assertThat(map.sign()).isEqualTo("activation");
        assertSquare(worker.heat(heat(HeatRequest.CONTRIBUTION, "colour", HeatRequest.NONE)).get().floats(), LOGIT / 16);
        assertSquare(worker.heat(heat("cam", "", HeatRequest.NONE)).get().floats(), 100);

        final AblationResult silenced = worker.ablate(new AblationRequest("b", configuration.toString(), picture.toString(), "colour", List.of(0),
                AblationRequest.ZERO)).get();
        assertThat(silenced.classes()).containsExactly("red", "green");
        assertThat(silenced.logitsBefore().getFirst()).isCloseTo(LOGIT, within(1e-4));
        assertThat(silenced.logitsAfter().getFirst()).isCloseTo(0, within(1e-4));
        assertThat(silenced.after().getFirst()).isCloseTo(0.5, within(1e-6));
        assertThat(silenced.probabilities()).isTrue();
    }

    private HeatRequest heat(final String method, final String layer, final int filter) {
        return new HeatRequest("h", configuration.toString(), picture.toString(), TraceRequest.PREDICTED, method, layer, filter, HeatRequest.NONE);
    }

    private static void assertSquare(final float[] values, final double inside) {
        for (int i = 0; i < values.length; i++) {
            final boolean in = i / 16 >= 1 && i / 16 < 5 && i % 16 >= 2 && i % 16 < 6;
            assertThat((double) values[i]).as("pixel %d", i).isCloseTo(in ? inside : 0, within(1e-4));
        }
    }

    @Test
    void whatCannotBeAnsweredIsSaidAndTheSessionStaysUsable() throws Exception {
        final DiagnosisWorker worker = worker();
        assertMistake(worker.ablate(ablation(List.of(7), AblationRequest.ZERO)), "layer 'colour' has no filter 7; it has 3, from 0");
        assertMistake(worker.ablate(ablation(List.of(0), AblationRequest.MEAN)), "the means of layer 'colour' are not known");
        assertMistake(worker.ablate(ablation(List.of(0), "half")), "not 'half'");
        assertMistake(worker.heat(heat("warm", "", HeatRequest.NONE)), "there is no heat map 'warm'");
        assertMistake(worker.trace(new TraceRequest("a", configuration.toString(), picture.toString(), 99, List.of(), true)),
                "the network has no output 99");
        assertMistake(worker.heat(new HeatRequest("h", configuration.toString(), picture.toString(), TraceRequest.PREDICTED,
                HeatRequest.ACTIVATION, "colour", 0, 3)),
                "the report has no pattern 3 of filter 0 of layer 'colour' for the class 'red'");
        assertThat(worker.ablate(ablation(List.of(), AblationRequest.ZERO)).get().after().getFirst()).isGreaterThan(0.99);
    }

    private AblationRequest ablation(final List<Integer> filters, final String amount) {
        return new AblationRequest("b", configuration.toString(), picture.toString(), "colour", filters, amount);
    }

    private static void assertMistake(final CompletableFuture<?> answer, final String message) {
        assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class).cause().isInstanceOfSatisfying(ResponseErrorException.class, e -> {
            assertThat(e.getResponseError().getCode()).isEqualTo(ExitCode.INVALID_INPUT.value());
            assertThat(e.getResponseError().getMessage()).contains(message);
        });
    }

    /** Filters set to their mean over the report's pictures: half of them are red, so the mean of redness is 1/32. */
    @Test
    void aReportThatComesLaterIsUsedByTheOpenSession() throws Exception {
        final DiagnosisWorker worker = worker();
        assertMistake(worker.ablate(ablation(List.of(0), AblationRequest.MEAN)), "are not known");
        assertThat(WorkerProcess.run("run", configuration.toString()).code()).isZero();
        assertThat(worker.ablate(ablation(List.of(0), AblationRequest.MEAN)).get().logitsAfter().getFirst()).isCloseTo(100 / 32.0, within(1e-3));
    }

    /** What the view asks for by a click. How long it takes is not for a test to say; docs/methods/contribution-traces.md has it measured. */
    @Test
    void onTheLandUseNetworkSilencingAFilterTakesAwayItsContribution() throws Exception {
        final Path model = DATA.resolve("models/landuse-squeezenet/landuse12.h5");
        Assumptions.assumeTrue(Files.isRegularFile(model), () -> "no test data at " + DATA);
        final Path pictures = DATA.resolve("landuse-ucm/freeway");
        final Path landUse = Files.writeString(folder.resolve("landuse.filterscope"), """
                model: %s
                labels: %s
                input: { scale: 0.00392156862745098 }
                images: { folder: %s }
                layers: [concept]
                """.formatted(model, model.resolveSibling("labels.txt"), pictures));
        final Path freeway;
        try (Stream<Path> files = Files.list(pictures)) {
            freeway = files.sorted().findFirst().orElseThrow();
        }
        final DiagnosisWorker worker = worker();
        final LayerTrace trace = TraceFile.parse(worker.trace(new TraceRequest("a", landUse.toString(), freeway.toString(),
                Files.readAllLines(model.resolveSibling("labels.txt")).indexOf("freeway"), List.of(), true)).get().trace(), "answer").layers().getFirst();
        assertThat(trace.filters()).hasSize(48);
        for (int filter = 0; filter < 48; filter++) {
            final AblationResult silenced = worker.ablate(new AblationRequest("b", landUse.toString(), freeway.toString(), "concept", List.of(filter),
                    AblationRequest.ZERO)).get();
            final int label = silenced.classes().indexOf("freeway");
            assertThat(silenced.logitsBefore().get(label) - silenced.logitsAfter().get(label)).as("filter %d", filter)
                    .isCloseTo(trace.filters().get(filter).contribution(), within(1e-3));
        }
    }
}
