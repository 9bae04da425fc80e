package org.filterscope.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.protocol.InspectionRequest;
import org.filterscope.core.protocol.InspectionResult;
import org.filterscope.core.report.LayerRow;
import org.filterscope.ide.debug.DebugTopic;
import org.filterscope.ide.worker.Worker;

/** Asks the worker for single pictures what a model is like. Whoever asked tells a failure in place of the answer: the job itself always ends well. */
public final class InspectionJob extends Job {
    private final Path model;
    private final Optional<Size> size;
    private final Worker worker;
    private volatile Optional<InspectionResult> inspected = Optional.empty();
    private volatile Optional<IStatus> failure = Optional.empty();

    InspectionJob(final Path model, final Optional<Size> size, final Worker worker) {
        super(NLS.bind(Messages.InspectionJob_name, model.getFileName()));
        this.model = model;
        this.size = size;
        this.worker = worker;
        setSystem(true);
    }

    /** Empty until the job has ended well. */
    public Optional<InspectionResult> inspected() {
        return inspected;
    }

    /** All layers, from the input to the output; none until the job has ended well. */
    public List<LayerRow> layers() {
        return inspected.map(InspectionResult::layers).orElse(List.of());
    }

    /** Why there are none, in a sentence for the user; empty while the job runs, when it has ended well and when it was cancelled. */
    public Optional<IStatus> failure() {
        return failure;
    }

    @Override
    public boolean belongsTo(final Object family) {
        return family == worker;
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        final StageProgress progress = new StageProgress(monitor, getName());
        final InspectionRequest request = new InspectionRequest(UUID.randomUUID().toString(), model.toString(), size.map(Size::rows).orElse(0),
                size.map(Size::cols).orElse(0));
        final long begun = System.nanoTime();
        try {
            inspected = Optional.of(new AttendedRun<>(worker, () -> worker.inspect(request, progress::report), progress).await());
            DebugTopic.INSPECTION.tell(() -> "%s: %d layers after %.0f ms".formatted(model, layers().size(), (System.nanoTime() - begun) / 1e6));
        } catch (final CoreException e) {
            fail(monitor, e.getStatus());
        } catch (final ExecutionException e) {
            fail(monitor, new RunFailure(e.getCause()).status(Problem.INSPECTION_FAILED,
                    reason -> NLS.bind(Messages.InspectionJob_failed, new Object[] {model.getFileName(), reason, worker.log()})));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
        return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    private void fail(final IProgressMonitor monitor, final IStatus reason) {
        if (monitor.isCanceled() || reason.getSeverity() == IStatus.CANCEL) {
            return;
        }
        if (reason.getCode() != Problem.INVALID_INPUT.code()) {
            ILog.of(InspectionJob.class).log(reason);
        }
        DebugTopic.INSPECTION.tell(() -> "%s: %s".formatted(model, reason.getMessage()));
        failure = Optional.of(reason);
    }
}
