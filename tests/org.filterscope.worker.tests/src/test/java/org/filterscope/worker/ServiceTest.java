package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.protocol.ComparisonRequest;
import org.filterscope.core.protocol.ComparisonResult;
import org.filterscope.core.protocol.DiagnosisClient;
import org.filterscope.core.protocol.DiagnosisWorker;
import org.filterscope.core.protocol.ExampleRequest;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.protocol.InspectionRequest;
import org.filterscope.core.protocol.InspectionResult;
import org.filterscope.core.protocol.ProgressReport;
import org.filterscope.core.protocol.RepairRequest;
import org.filterscope.core.protocol.RepairRequest.SilencedFilter;
import org.filterscope.core.protocol.RunId;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.Report;
import org.filterscope.testkit.ColourProject;
import org.filterscope.testkit.StackProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The worker as the IDE talks to it. */
@Timeout(120)
class ServiceTest {
    private static final int MANY = 4000;

    @TempDir
    Path folder;
    private final Watcher watcher = new Watcher();
    private Process process;
    private DiagnosisWorker worker;

    /** Remembers the stages it was told and opens a latch when pictures are under way. */
    private static final class Watcher implements DiagnosisClient {
        private final List<ProgressReport> reports = new CopyOnWriteArrayList<>();
        private final CountDownLatch showing = new CountDownLatch(1);
        private final CountDownLatch drawing = new CountDownLatch(1);

        @Override
        public void progress(final ProgressReport report) {
            reports.add(report);
            if (report.task().startsWith("Showing pictures") && report.done() > 0) {
                showing.countDown();
            }
            if (report.task().startsWith("Drawing") && report.done() > 0) {
                drawing.countDown();
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        start("serve");
    }

    private void start(final String... arguments) throws Exception {
        final ProcessBuilder builder = WorkerProcess.builder(512, arguments).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Whatever GPU the machine has, these tests do without.
        builder.environment().put("CUDA_VISIBLE_DEVICES", "-1");
        process = builder.start();
        final Launcher<DiagnosisWorker> launcher = Launcher.createLauncher(watcher, DiagnosisWorker.class, process.getInputStream(),
                process.getOutputStream());
        worker = launcher.getRemoteProxy();
        launcher.startListening();
    }

    @AfterEach
    void kill() {
        process.destroyForcibly();
    }

    @Test
    void itSaysWhoItIsRunsAndTellsHonestProgress() throws Exception {
        assertThat(worker.hello().get().process()).isEqualTo(process.pid());
        final RunResult result = worker.run(request("a", ColourProject.write(folder, 30))).get();
        assertThat(Report.isReport(Path.of(result.report()))).isTrue();
        assertThat(result.summary()).contains("over 60 pictures");
        assertThat(watcher.reports).allMatch(report -> report.run().equals("a") && report.done() <= Math.max(report.total(), 0));
        assertThat(watcher.reports).anyMatch(report -> report.task().startsWith("Showing") && report.done() == 60 && report.total() == 60);
        assertThat(watcher.reports.stream().map(ProgressReport::whole)).isSorted();
        assertThat(watcher.reports.getLast().whole()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aRepairTellsWhatBecameOfTheFindingsUnlessNobodyWantsToKnow() throws Exception {
        final String configuration = ColourProject.write(folder, 6).toString();
        final List<SilencedFilter> filters = List.of(new SilencedFilter("colour", 1, false));
        final String told = worker.repair(new RepairRequest("a", configuration, folder.resolve("a.h5").toString(), filters, false, List.of(), false))
                .get().summary();
        assertThat(told).contains("takes green for red: 0 of 6 times before, 6 after").contains("findings on the same 12 pictures");
        assertThat(watcher.reports).extracting(ProgressReport::task).contains("Before the repair: Looking for flaws",
                "After the repair: Looking for flaws");
        assertThat(watcher.reports.stream().map(ProgressReport::whole)).isSorted().allMatch(whole -> whole <= 1);
        final String brief = worker.repair(new RepairRequest("b", configuration, folder.resolve("b.h5").toString(), filters, false, List.of(), true))
                .get().summary();
        assertThat(told).startsWith(brief);
        assertThat(brief).doesNotContain("findings");
    }

    @Test
    void itListsTheLayersOfAModelAndRefusesWhatIsNone() throws Exception {
        final Path configuration = ColourProject.write(folder, 3);
        final Path model = new ConfigurationReader().read(configuration).model();
        final InspectionResult result = worker.inspect(new InspectionRequest("a", model.toString(), 0, 0)).get();
        assertThat(result.layers()).extracting(LayerRow::layer).contains("colour");
        assertThat(result.layers().stream().filter(layer -> layer.layer().equals("colour"))).extracting(LayerRow::channels).containsExactly(3);
        assertFailure(worker.inspect(new InspectionRequest("b", configuration.toString(), 0, 0)), ExitCode.INVALID_INPUT,
                configuration.getFileName().toString());
    }

    @Test
    void aMistakeOfTheUserIsAnsweredInHisWordsAndTheWorkerStaysUsable() throws Exception {
        final Path configuration = ColourProject.write(folder, 3);
        Files.writeString(configuration, "nonsense: 1\n");
        assertFailure(worker.run(request("a", configuration)), ExitCode.INVALID_INPUT, "unknown key 'nonsense'");
        assertThat(worker.run(request("b", ColourProject.write(folder, 3))).get().summary()).contains("6 pictures");
    }

    @Test
    void cancellingStopsWithinASecondAndLeavesAtMostWhatIsNeededToGoOn() throws Exception {
        final CompletableFuture<RunResult> run = worker.run(request("a", ColourProject.write(folder, MANY)));
        watcher.showing.await();
        worker.cancel(new RunId("somebody else"));
        worker.cancel(new RunId("a"));
        assertFailure(run.orTimeout(5, TimeUnit.SECONDS), ExitCode.CANCELLED, "cancelled");
        assertThat(siblings()).doesNotContain("report").noneMatch(name -> name.startsWith(".") && !name.equals(".report.work"));
        assertThat(worker.hello().get().process()).isEqualTo(process.pid());
    }

    @Test
    void killingTheWorkerCostsOnlyThatRun() throws Exception {
        final Path configuration = ColourProject.write(folder, MANY);
        worker.run(request("a", configuration));
        watcher.showing.await();
        process.destroyForcibly().waitFor();
        assertThat(siblings()).as("what a kill -9 cannot clean up").anyMatch(name -> name.startsWith(".report.partial-"));
        start();
        Files.writeString(configuration, Files.readString(configuration).replace("folder: pictures", "folder: pictures, limit: 10"));
        assertThat(worker.run(request("b", configuration)).get().summary()).contains("10 pictures");
        assertThat(siblings()).contains("report").noneMatch(name -> name.startsWith("."));
    }

    @Test
    void itComparesReports() throws Exception {
        final String report = worker.run(request("a", ColourProject.write(folder, 6))).get().report();
        final Path out = folder.resolve("comparison");
        final ComparisonResult result = worker.compare(new ComparisonRequest("b", List.of(report, report), out.toString())).get();
        assertThat(Path.of(result.comparison())).isEqualTo(out.toRealPath());
        assertThat(result.summary()).startsWith("2 reports, 0 events");
        assertThat(Comparison.open(out).manifest().reports()).hasSize(2);
        assertThat(watcher.reports.stream().filter(told -> told.run().equals("b")).map(ProgressReport::task)).isNotEmpty()
                .allMatch(task -> task.startsWith("Comparing"));
        assertFailure(worker.compare(new ComparisonRequest("c", List.of(report, folder.toString()), out.toString())), ExitCode.INVALID_INPUT,
                "there is no report");
        assertFailure(worker.compare(new ComparisonRequest("d", List.of(report), out.toString())), ExitCode.INVALID_INPUT, "two reports");
    }

    @Test
    void itWritesTheExampleProjectAndTellsHowFarItIs() throws Exception {
        final Path project = folder.resolve("river-or-road");
        assertThat(worker.writeExample(new ExampleRequest("a", project.toString())).get()).isNull();
        assertThat(project.resolve("README.md")).isRegularFile();
        assertThat(pictures(project)).as("what the wizard says").isEqualTo(3100);
        assertThat(watcher.reports).allMatch(report -> report.run().equals("a") && report.total() == 3100);
        assertThat(watcher.reports.stream().map(ProgressReport::whole)).isSorted();
        assertThat(watcher.reports.getLast().done()).isEqualTo(3100);
        assertFailure(worker.writeExample(new ExampleRequest("b", project.toString())), ExitCode.INVALID_INPUT, "is not empty");
    }

    @Test
    void cancellingTheExampleProjectLeavesNothing() throws Exception {
        final CompletableFuture<Void> example = worker.writeExample(new ExampleRequest("a", folder.resolve("river-or-road").toString()));
        watcher.drawing.await();
        worker.cancel(new RunId("a"));
        assertFailure(example.orTimeout(5, TimeUnit.SECONDS), ExitCode.CANCELLED, "cancelled");
        assertThat(siblings()).isEmpty();
    }

    @Test
    void aModelIsInspectedWithoutAConfiguration() throws Exception {
        final Path configuration = ColourProject.write(folder, 1);
        final Path model = new ConfigurationReader().read(configuration).model();
        final InspectionResult inspected = worker.inspect(new InspectionRequest("a", model.toString(), 0, 0)).get(30, TimeUnit.SECONDS);
        assertThat(inspected.format()).startsWith("Keras");
        assertThat(inspected.channels()).isEqualTo(3);
        assertThat(List.of(inspected.rows(), inspected.cols())).isEqualTo(List.of(16, 16));
        assertThat(inspected.outputs()).isEqualTo(2);
        assertThat(inspected.layers()).extracting(LayerRow::layer).containsSubsequence("colour", "mean", "class");
        assertFailure(worker.inspect(new InspectionRequest("b", configuration.toString(), 0, 0)), ExitCode.INVALID_INPUT, "models of this kind cannot be read");
    }

    @Test
    void whatItWasStartedWithComputesUnlessARunSaysOtherwise() throws Exception {
        process.destroyForcibly().waitFor();
        start("serve", "--executor", "nd4j");
        final Path configuration = ColourProject.write(folder, 3);
        assertThat(executor(worker.run(request("a", configuration)).get())).isEqualTo("nd4j");
        assertThat(executor(worker.run(new RunRequest("b", configuration.toString(), false, "onnxruntime")).get())).isEqualTo("onnxruntime");
    }

    @Test
    void aGpuThatWasWelcomeAndIsNotThereIsToldOnceAndTheRunGoesOn() throws Exception {
        process.destroyForcibly().waitFor();
        start("serve", "--device", "auto");
        final Path configuration = ColourProject.write(folder, 3);
        for (final String run : List.of("a", "b")) {
            final RunResult result = worker.run(request(run, configuration)).get();
            assertThat(Report.open(Path.of(result.report())).manifest().device()).isEqualTo("cpu");
        }
        assertThat(watcher.reports.stream().map(ProgressReport::task).filter(task -> task.startsWith("Computing on the CPU: "))).hasSize(1);
        assertThat(watcher.reports.stream().filter(report -> report.run().equals("a")).map(ProgressReport::whole)).isSorted();
    }

    @Test
    void aGpuThatWasDemandedAndIsNotThereEndsTheRunAndNotTheWorker() throws Exception {
        process.destroyForcibly().waitFor();
        start("serve", "--device", "cuda");
        final Path configuration = ColourProject.write(folder, 3);
        assertFailure(worker.run(request("a", configuration)), ExitCode.INVALID_INPUT, "the GPU cannot be used: ");
        assertThat(worker.hello().get().process()).isEqualTo(process.pid());
    }

    @Test
    void aLimitThatItWasStartedWithIsKeptAndOneThatIsTooSmallIsToldInTheWordsOfTheIde() throws Exception {
        process.destroyForcibly().waitFor();
        start("serve", "--memory", "884m");
        final Path configuration = new StackProject(64, 16, 4, 3, 20, List.of("filters")).write(folder);
        worker.run(request("a", configuration)).get();
        // As many as the limit leaves room for; without it they were more than twelve.
        assertThat(watcher.reports).extracting(ProgressReport::task)
                .anyMatch(task -> task.matches("Starting the engine \\(at most 8[0-9]{2} MB of memory, .*; pictures at once: [1-6]\\)"));
        process.destroyForcibly().waitFor();
        start("serve", "--memory", "600m");
        assertFailure(worker.run(request("b", configuration)), ExitCode.OUT_OF_MEMORY, "; allow more (Limit of all memory: ",
                " MB, in the launch configuration, the project's properties or the preferences), make the heap smaller (Memory, there too), "
                        + "or look into fewer layers at a time");
    }

    private static String executor(final RunResult result) throws Exception {
        return Report.open(Path.of(result.report())).manifest().executor();
    }

    @Test
    void anExecutorThatDoesNotExistIsRefused() throws Exception {
        final Path configuration = ColourProject.write(folder, 1);
        assertFailure(worker.run(new RunRequest("a", configuration.toString(), false, "tpu")), ExitCode.INVALID_INPUT,
                "there is no executor 'tpu'; accepted: auto, nd4j, onnxruntime");
    }

    @Test
    void itEndsWhenTheIdeSaysSoOrIsGone() throws Exception {
        worker.hello().get();
        worker.exit();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        start();
        worker.run(request("a", ColourProject.write(folder, MANY)));
        watcher.showing.await();
        process.getOutputStream().close();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    private static RunRequest request(final String run, final Path configuration) {
        return new RunRequest(run, configuration.toString(), false, null);
    }

    private static void assertFailure(final CompletableFuture<?> run, final ExitCode code, final String... parts) {
        assertThatThrownBy(run::get).isInstanceOf(ExecutionException.class).cause().isInstanceOfSatisfying(ResponseErrorException.class, e -> {
            assertThat(e.getResponseError().getCode()).isEqualTo(code.value());
            assertThat(e.getResponseError().getMessage()).contains(parts);
        });
    }

    private static long pictures(final Path project) throws Exception {
        try (Stream<Path> files = Files.walk(project.resolve("data"))) {
            return files.filter(file -> file.toString().contains("pictures") && file.toString().endsWith(".png")).count();
        }
    }

    private List<String> siblings() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
