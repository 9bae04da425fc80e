package org.filterscope.ide.worker;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.core.protocol.AblationResult;
import org.filterscope.core.protocol.ComparisonRequest;
import org.filterscope.core.protocol.ComparisonResult;
import org.filterscope.core.protocol.DiagnosisWorker;
import org.filterscope.core.protocol.ExampleRequest;
import org.filterscope.core.protocol.ExportRequest;
import org.filterscope.core.protocol.ExportResult;
import org.filterscope.core.protocol.HeatRequest;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.core.protocol.InspectionRequest;
import org.filterscope.core.protocol.InspectionResult;
import org.filterscope.core.protocol.ProgressReport;
import org.filterscope.core.protocol.RepairRequest;
import org.filterscope.core.protocol.RepairResult;
import org.filterscope.core.protocol.RunId;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.core.protocol.TraceResult;

/**
 * A worker of this IDE. Its process starts with the first run and stays for the next ones; a dead one is replaced by the next run.
 * All methods may be called from any thread.
 */
public final class Worker implements AutoCloseable {
    private static final long GRACE_MILLISECONDS = 1000;

    private final WorkerStarter starter;
    private final Path log;
    private final WorkerMessages messages = new WorkerMessages();
    private WorkerConnection connection;
    private WorkerResources resources;
    private boolean closed;

    /** @param log the file for what the worker says on its standard error; each process begins it anew */
    public Worker(final WorkerStarter starter, final Path log) {
        this.starter = starter;
        this.log = log;
    }

    /** The file with what the present or last process said; what the one before said is kept beside it. */
    public Path log() {
        return log;
    }

    /**
     * From now on tells each line that a process of this worker writes to its standard error.
     *
     * @param listener called on a thread of the worker's; must return quickly
     * @return ends it
     */
    public Runnable listen(final Consumer<String> listener) {
        return messages.listen(listener);
    }

    /**
     * Gives a run to the worker, which does its runs one after another. Does not wait.
     *
     * @param listener hears of the run's progress, on a thread of the worker's; must return quickly
     * @throws CoreException when there is no worker and none can be started; with a cancelled status after {@link #close}
     */
    public WorkerRun<RunResult> run(final RunRequest request, final Consumer<ProgressReport> listener) throws CoreException {
        return run(request, WorkerResources.standard(), listener);
    }

    /**
     * The same with a process that has these resources: one that has others ends as soon as the runs that it was given before are over.
     */
    public WorkerRun<RunResult> run(final RunRequest request, final WorkerResources resources, final Consumer<ProgressReport> listener)
            throws CoreException {
        return give(usable(Optional.of(resources)), request.run(), remote -> remote.run(request), listener);
    }

    /** Has a model looked at, after the runs before it; else the same as {@link #run}. */
    public WorkerRun<InspectionResult> inspect(final InspectionRequest request, final Consumer<ProgressReport> listener) throws CoreException {
        return give(request.run(), remote -> remote.inspect(request), listener);
    }

    /** Has reports compared, after the runs before it; else the same as {@link #run}. */
    public WorkerRun<ComparisonResult> compare(final ComparisonRequest request, final Consumer<ProgressReport> listener) throws CoreException {
        return give(request.run(), remote -> remote.compare(request), listener);
    }

    /** Has the example project written, after the runs before it; else the same as {@link #run}. */
    public WorkerRun<Void> writeExample(final ExampleRequest request, final Consumer<ProgressReport> listener) throws CoreException {
        return give(request.run(), remote -> remote.writeExample(request), listener);
    }

    /** Has a mended copy of a model written, after the runs before it; else the same as {@link #run}. */
    public WorkerRun<RepairResult> repair(final RepairRequest request, final Consumer<ProgressReport> listener) throws CoreException {
        return give(request.run(), remote -> remote.repair(request), listener);
    }

    /** Has pictures copied, after the runs before it; else the same as {@link #run}. */
    public WorkerRun<ExportResult> export(final ExportRequest request, final Consumer<ProgressReport> listener) throws CoreException {
        return give(request.run(), remote -> remote.export(request), listener);
    }

    /** Has a picture traced, after the runs before it; else the same as {@link #run}. */
    public WorkerRun<TraceResult> trace(final TraceRequest request, final Consumer<ProgressReport> listener) throws CoreException {
        return give(request.run(), remote -> remote.trace(request), listener);
    }

    /** Has a heat map made, after the runs before it; else the same as {@link #run}. */
    public WorkerRun<HeatResult> heat(final HeatRequest request, final Consumer<ProgressReport> listener) throws CoreException {
        return give(request.run(), remote -> remote.heat(request), listener);
    }

    /** Has filters silenced on a picture, after the runs before it; else the same as {@link #run}. */
    public WorkerRun<AblationResult> ablate(final AblationRequest request, final Consumer<ProgressReport> listener) throws CoreException {
        return give(request.run(), remote -> remote.ablate(request), listener);
    }

    /** Ends the process, politely at first; waits about a second. No run can be started any more. */
    @Override
    public void close() {
        final WorkerConnection last;
        synchronized (this) {
            closed = true;
            last = connection;
            connection = null;
        }
        if (last != null) {
            last.close(GRACE_MILLISECONDS);
        }
    }

    private <T> WorkerRun<T> give(final String name, final Function<DiagnosisWorker, CompletableFuture<T>> request,
            final Consumer<ProgressReport> listener) throws CoreException {
        return give(usable(Optional.empty()), name, request, listener);
    }

    private static <T> WorkerRun<T> give(final WorkerConnection usable, final String name,
            final Function<DiagnosisWorker, CompletableFuture<T>> request, final Consumer<ProgressReport> listener) {
        final RunId run = new RunId(name);
        return new WorkerRun<>(usable, run, usable.run(run, request, listener));
    }

    /** @param wanted empty when any will do */
    private synchronized WorkerConnection usable(final Optional<WorkerResources> wanted) throws CoreException {
        if (closed) {
            throw new CoreException(Status.CANCEL_STATUS);
        }
        if (connection != null && wanted.filter(other -> !other.equals(resources)).isPresent()) {
            connection.retire();
            connection = null;
        }
        if (connection == null || !connection.isUsable()) {
            resources = wanted.orElseGet(WorkerResources::standard);
            connection = WorkerConnection.open(starter, resources, log, messages::said);
        }
        return connection;
    }
}
