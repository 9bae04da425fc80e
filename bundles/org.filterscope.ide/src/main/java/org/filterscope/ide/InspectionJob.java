package org.filterscope.ide;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.InspectionRequest;
import org.filterscope.core.protocol.InspectionResult;
import org.filterscope.ide.worker.Worker;

/** Asks the worker for single pictures what a model is like. */
public final class InspectionJob extends Job {
    private final Path model;
    private final Worker worker;
    private volatile Optional<InspectionResult> inspected = Optional.empty();

    InspectionJob(final Path model, final Worker worker) {
        super(NLS.bind(Messages.InspectionJob_name, model.getFileName()));
        this.model = model;
        this.worker = worker;
        setUser(true);
    }

    /** Empty until the job has ended well. */
    public Optional<InspectionResult> inspected() {
        return inspected;
    }

    @Override
    public boolean belongsTo(final Object family) {
        return family == worker || family == InspectionJob.class;
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        try {
            final StageProgress progress = new StageProgress(monitor, Messages.AttendedJob_starting);
            final InspectionRequest request = new InspectionRequest(UUID.randomUUID().toString(), model.toString());
            inspected = Optional.of(new AttendedRun<>(worker, again -> worker.inspect(request, progress::report), progress).await());
            return Status.OK_STATUS;
        } catch (final CoreException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS : e.getStatus();
        } catch (final ExecutionException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS
                    : new RunFailure(e.getCause()).status(Problem.INSPECTION_FAILED, reason -> NLS.bind(Messages.InspectionJob_failed,
                            new Object[] {model, reason, worker.log()}));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }
}
