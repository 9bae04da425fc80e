package org.filterscope.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.ComparisonRequest;
import org.filterscope.core.protocol.ComparisonResult;
import org.filterscope.ide.worker.Worker;

/** Has the worker compare reports. It takes its turn among the diagnoses, and is cancelled as they are. */
public final class ComparisonJob extends Job {
    private final List<Path> reports;
    private final Path out;
    private final Worker worker;
    private volatile Optional<Path> comparison = Optional.empty();

    /** @param out where the comparison goes; one that lies there is replaced */
    ComparisonJob(final List<Path> reports, final Path out, final Worker worker) {
        super(NLS.bind(Messages.ComparisonJob_name, reports.size()));
        this.reports = List.copyOf(reports);
        this.out = out;
        this.worker = worker;
        setUser(true);
        setRule(new DiagnosisRule());
    }

    /** The comparison's directory; empty until the job has ended well. */
    public Optional<Path> comparison() {
        return comparison;
    }

    @Override
    public boolean belongsTo(final Object family) {
        return family == worker || family == ComparisonJob.class;
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        try {
            final StageProgress progress = new StageProgress(monitor, Messages.ComparisonJob_starting);
            final ComparisonRequest request = new ComparisonRequest(UUID.randomUUID().toString(), reports.stream().map(Path::toString).toList(),
                    out.toString());
            final ComparisonResult result = new AttendedRun<>(worker.compare(request, progress::report), progress).await();
            comparison = Optional.of(Path.of(result.comparison()));
            return new Status(IStatus.OK, "org.filterscope.ide", result.summary());
        } catch (final CoreException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS : e.getStatus();
        } catch (final ExecutionException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS : new RunFailure(e.getCause()).status(Problem.COMPARISON_FAILED, this::sentence);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }

    private String sentence(final String reason) {
        return NLS.bind(Messages.ComparisonJob_failed, reason, worker.log());
    }
}
