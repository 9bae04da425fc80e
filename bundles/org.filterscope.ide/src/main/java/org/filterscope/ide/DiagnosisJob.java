package org.filterscope.ide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.ide.worker.Worker;
import org.filterscope.ide.worker.WorkerRun;

/**
 * Runs one configuration in the worker and opens its report. Cancelling asks the worker first and kills it when it does not obey; either
 * way the earlier report, if there was one, stays as it was. The job ends soon after even if the system does not let the worker end.
 */
public final class DiagnosisJob extends Job {
    private static final long LOOK_MILLISECONDS = 300;
    private static final long OBEY_NANOSECONDS = TimeUnit.SECONDS.toNanos(3);

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
        service.runBegins();
        try {
            final Path file = locate();
            final StageProgress progress = new StageProgress(monitor, Messages.DiagnosisJob_starting);
            final RunRequest request = new RunRequest(UUID.randomUUID().toString(), file.toString());
            final RunResult result = await(worker.run(request, progress::report), progress);
            final Path report = Path.of(result.report());
            RefreshJob.schedule(report);
            service.open(new ReportLocation(report, Optional.of(configuration)));
            return new Status(IStatus.OK, "org.filterscope.ide", result.summary());
        } catch (final CoreException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS : e.getStatus();
        } catch (final ExecutionException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS : failure(e.getCause());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        } finally {
            service.runEnds();
        }
    }

    private static RunResult await(final WorkerRun run, final StageProgress progress) throws ExecutionException, InterruptedException {
        Optional<Long> deadline = Optional.empty();
        boolean killed = false;
        while (true) {
            try {
                return run.answer().get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (final TimeoutException e) {
                progress.show();
            } catch (final InterruptedException e) {
                run.cancel();
                throw e;
            }
            if (deadline.isPresent() && !killed && System.nanoTime() - deadline.get() > 0) {
                killed = true;
                run.kill();
            } else if (deadline.isEmpty() && progress.isCancelled()) {
                deadline = Optional.of(System.nanoTime() + OBEY_NANOSECONDS);
                progress.announce(Messages.DiagnosisJob_stopping);
                run.cancel();
            }
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

    private IStatus failure(final Throwable cause) {
        if (cause instanceof final CoreException lost) {
            return lost.getStatus();
        }
        if (cause instanceof final ResponseErrorException refused) {
            final int code = refused.getResponseError().getCode();
            final String message = refused.getResponseError().getMessage();
            if (code == ExitCode.CANCELLED.value()) {
                return Status.CANCEL_STATUS;
            }
            if (code == ExitCode.INVALID_INPUT.value()) {
                return Problem.INVALID_INPUT.status(message, null);
            }
            if (code == ExitCode.OUT_OF_MEMORY.value()) {
                return Problem.OUT_OF_MEMORY.status(message, null);
            }
        }
        return Problem.DIAGNOSIS_FAILED.status(
                NLS.bind(Messages.DiagnosisJob_failed, new Object[] {configuration.getName(), cause.getMessage(), worker.log()}), cause);
    }
}
