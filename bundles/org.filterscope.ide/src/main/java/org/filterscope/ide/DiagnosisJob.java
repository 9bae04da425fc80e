package org.filterscope.ide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.ide.worker.Worker;

/**
 * Runs one configuration in the worker and opens its report. Cancelling asks the worker first and kills it when it does not obey; either
 * way the earlier report, if there was one, stays as it was. The job ends soon after even if the system does not let the worker end.
 */
public final class DiagnosisJob extends Job {
    private final IFile configuration;
    private final Worker worker;
    private final DiagnosisService service;

    DiagnosisJob(final IFile configuration, final Worker worker, final DiagnosisService service) {
        super(NLS.bind(Messages.DiagnosisJob_name, configuration.getName()));
        this.configuration = configuration;
        this.worker = worker;
        this.service = service;
        setUser(true);
        setRule(new DiagnosisRule());
    }

    @Override
    public boolean belongsTo(final Object family) {
        return family == Diagnoses.FAMILY || configuration.equals(family);
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        service.runBegins(configuration);
        try {
            final Path file = locate();
            final StageProgress progress = new StageProgress(monitor, Messages.DiagnosisJob_starting);
            final RunRequest request = new RunRequest(UUID.randomUUID().toString(), file.toString(), true);
            final RunResult result = new AttendedRun<>(worker, () -> worker.run(request, progress::report), progress).await();
            final Path report = Path.of(result.report());
            RefreshJob.schedule(report);
            service.open(new ReportLocation(report, Optional.of(configuration)));
            return new Status(IStatus.OK, "org.filterscope.ide", result.summary());
        } catch (final CoreException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS : e.getStatus();
        } catch (final ExecutionException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS
                    : new RunFailure(e.getCause()).status(Problem.DIAGNOSIS_FAILED, this::sentence);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        } finally {
            service.runEnds(configuration);
        }
    }

    private Path locate() throws CoreException {
        final IPath location = configuration.getLocation();
        if (configuration.exists() && location == null) {
            throw unreachable(Messages.DiagnosisJob_configurationRemote);
        }
        if (location == null || !Files.isRegularFile(location.toPath())) {
            throw unreachable(Messages.DiagnosisJob_configurationDeleted);
        }
        return location.toPath();
    }

    private CoreException unreachable(final String message) {
        return Problem.CONFIGURATION_UNREACHABLE.exception(NLS.bind(message, configuration.getFullPath()), null);
    }

    private String sentence(final String reason) {
        return NLS.bind(Messages.DiagnosisJob_failed, new Object[] {configuration.getName(), reason, worker.log()});
    }
}
