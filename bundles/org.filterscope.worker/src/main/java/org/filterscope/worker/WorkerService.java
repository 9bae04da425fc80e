package org.filterscope.worker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.filterscope.analysis.comparison.ReportComparison;
import org.filterscope.analysis.run.Diagnosis;
import org.filterscope.analysis.run.DiagnosisSummary;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.comparison.ComparisonTarget;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.core.protocol.AblationResult;
import org.filterscope.core.protocol.ComparisonRequest;
import org.filterscope.core.protocol.ComparisonResult;
import org.filterscope.core.protocol.DiagnosisClient;
import org.filterscope.core.protocol.DiagnosisWorker;
import org.filterscope.core.protocol.ExampleRequest;
import org.filterscope.core.protocol.ExportRequest;
import org.filterscope.core.protocol.ExportResult;
import org.filterscope.core.protocol.HeatRequest;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.core.protocol.InspectionRequest;
import org.filterscope.core.protocol.InspectionResult;
import org.filterscope.core.protocol.Preview;
import org.filterscope.core.protocol.RepairRequest;
import org.filterscope.core.protocol.RepairResult;
import org.filterscope.core.protocol.RunId;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.core.protocol.TraceResult;
import org.filterscope.core.protocol.WorkerDescription;
import org.filterscope.engine.execution.ExecutorLoader;

/** The worker's side of the protocol. Runs queue on one thread, because one network is run by one thread. */
final class WorkerService implements DiagnosisWorker, AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(WorkerService.class.getName());
    private static final int SECONDS_TO_STOP = 2;
    private static final int MINUTES_WARM = 5;

    private final ExecutorService runner = Executors.newSingleThreadExecutor(task -> {
        final Thread thread = new Thread(task, "Filterscope run");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        final Thread thread = new Thread(task, "Filterscope idle");
        thread.setDaemon(true);
        return thread;
    });
    /** Touched by the runner alone. */
    private final WarmTraces traces;
    private final Computing computing;
    private final AtomicLong questions = new AtomicLong();
    private final Map<String, ClientProgress> runs = new ConcurrentHashMap<>();
    private final CountDownLatch exit = new CountDownLatch(1);
    private final CompletableFuture<DiagnosisClient> client = new CompletableFuture<>();

    WorkerService(final Computing computing) {
        this.computing = computing;
        traces = new WarmTraces(computing.loader(LOGGER::warning));
    }

    void connect(final DiagnosisClient proxy) {
        client.complete(proxy);
    }

    @Override
    public CompletableFuture<WorkerDescription> hello() {
        return CompletableFuture.completedFuture(
                new WorkerDescription(Version.text(), ProcessHandle.current().pid(), System.getProperty("java.version")));
    }

    @Override
    public CompletableFuture<RunResult> run(final RunRequest request) {
        return queue(request.run(), "The run of " + request.configuration(), alone(progress -> run(request, progress)));
    }

    @Override
    public CompletableFuture<TraceResult> trace(final TraceRequest request) {
        return ask(request.run(), "Tracing " + request.picture(), progress -> traces.trace(request, progress));
    }

    @Override
    public CompletableFuture<HeatResult> heat(final HeatRequest request) {
        return ask(request.run(), "The heat map of " + request.picture(), progress -> traces.heat(request, progress));
    }

    @Override
    public CompletableFuture<AblationResult> ablate(final AblationRequest request) {
        return ask(request.run(), "Silencing filters on " + request.picture(), progress -> traces.ablate(request));
    }

    @Override
    public CompletableFuture<InspectionResult> inspect(final InspectionRequest request) {
        return queue(request.run(), "Inspecting " + request.model(), progress -> ModelInspection.of(request));
    }

    /** What was opened for the question stays open for the next ones, a while. */
    private <T> CompletableFuture<T> ask(final String run, final String what, final Work<T> work) {
        final long number = questions.incrementAndGet();
        return this.<T>queue(run, what, work).whenComplete((answer, failure) -> clock.schedule(() -> runner.execute(() -> {
            if (questions.get() == number) {
                traces.close();
            }
        }), MINUTES_WARM, TimeUnit.MINUTES));
    }

    @Override
    public CompletableFuture<ComparisonResult> compare(final ComparisonRequest request) {
        return queue(request.run(), "Comparing " + request.reports(), alone(progress -> compare(request, progress)));
    }

    @Override
    public CompletableFuture<Void> writeExample(final ExampleRequest request) {
        return queue(request.run(), "Writing the example project to " + request.folder(), progress -> {
            ExampleFolder.write(Path.of(request.folder()), progress);
            return null;
        });
    }

    @Override
    public CompletableFuture<RepairResult> repair(final RepairRequest request) {
        return queue(request.run(), "Mending a copy of the model of " + request.configuration(),
                alone(progress -> RepairService.repair(request, loader(computing, progress), progress)));
    }

    @Override
    public CompletableFuture<ExportResult> export(final ExportRequest request) {
        return queue(request.run(), "Copying pictures to " + request.folder(),
                alone(progress -> RepairService.export(request, loader(computing, progress), progress)));
    }

    /** What needs the memory that a warm network takes. */
    private <T> Work<T> alone(final Work<T> work) {
        return progress -> {
            traces.close();
            return work.run(progress);
        };
    }

    /** @param what is done, for the log */
    private <T> CompletableFuture<T> queue(final String run, final String what, final Work<T> work) {
        final ClientProgress progress = new ClientProgress(run, client.join());
        runs.put(run, progress);
        return CompletableFuture.supplyAsync(() -> {
            try {
                progress.checkCancelled();
                return work.run(progress);
            } catch (final Exception | Error e) {
                if (e instanceof OutOfMemoryError) {
                    traces.close();
                }
                final Failure failure = Failure.of(e, MemoryCure.IDE);
                if (failure.cause() != null) {
                    LOGGER.log(Level.WARNING, what + " failed", e);
                }
                throw new ResponseErrorException(new ResponseError(failure.code().value(), failure.message(), null));
            } finally {
                runs.remove(run);
            }
        }, runner);
    }

    /** A run may say itself what computes it. */
    private RunResult run(final RunRequest request, final Progress progress) throws Exception {
        final Computing chosen = request.executor() == null ? computing : computing.with(ExecutorChoice.of(request.executor()));
        final Diagnosis diagnosis = new Diagnosis(loader(chosen, progress), Version.text(), Engine.threads());
        final DiagnosisSummary summary = diagnosis.run(new ConfigurationReader().read(Path.of(request.configuration())), request.resume(),
                Optional.of(report -> client.join().preview(new Preview(request.run(), report.toString()))), progress);
        return new RunResult(summary.report().toString(), summary.text());
    }

    /** That a GPU cannot be used stands in the log, too: progress passes. */
    private static ExecutorLoader loader(final Computing computing, final Progress progress) {
        return computing.loader(sentence -> {
            LOGGER.warning(sentence);
            progress.begin(sentence, 0, 0);
        });
    }

    private static ComparisonResult compare(final ComparisonRequest request, final Progress progress) throws Exception {
        try (ComparisonTarget target = ComparisonTarget.reserve(Path.of(request.out()))) {
            final Comparison comparison = ComparedReports.compare(request.reports().stream().map(Path::of).toList(), ReportComparison.SEED, progress);
            progress.checkCancelled();
            final Path written = target.write(comparison);
            return new ComparisonResult(written.toString(), new ComparisonText(comparison).summary());
        }
    }

    @Override
    public void cancel(final RunId run) {
        final ClientProgress progress = runs.get(run.run());
        if (progress != null) {
            progress.cancel();
        }
    }

    @Override
    public void exit() {
        exit.countDown();
    }

    /** Waits until the client says so or is gone. */
    void serveUntilExit(final Future<Void> listening) throws InterruptedException {
        final Thread gone = new Thread(() -> {
            try {
                listening.get();
            } catch (final InterruptedException | ExecutionException e) {
                LOGGER.log(Level.FINE, "The connection broke", e);
            } finally {
                exit.countDown();
            }
        }, "Filterscope connection");
        gone.setDaemon(true);
        gone.start();
        exit.await();
    }

    /** Stops what runs; gives it a moment to clean up. */
    @Override
    public void close() {
        runs.values().forEach(ClientProgress::cancel);
        clock.shutdownNow();
        runner.execute(traces::close);
        runner.shutdown();
        try {
            runner.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
