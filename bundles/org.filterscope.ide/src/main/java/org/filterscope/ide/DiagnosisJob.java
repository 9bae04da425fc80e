package org.filterscope.ide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.gate.GateCheck;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.protocol.ProgressReport;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.ide.settings.WorkerPreferences;
import org.filterscope.ide.worker.RunListener;
import org.filterscope.ide.worker.Worker;
import org.filterscope.ide.worker.WorkerResources;

/**
 * Runs one configuration in the worker and opens its report. Cancelling asks the worker first and kills it when it does not obey; either
 * way the earlier report, if there was one, stays as it was. The job ends soon after even if the system does not let the worker end.
 */
public final class DiagnosisJob extends Job {
    private final IFile configuration;
    private final RunOptions options;
    private final RunTranscript transcript;
    private final Worker worker;
    private final DiagnosisService service;
    private volatile ExitCode exitCode = ExitCode.CANCELLED;

    DiagnosisJob(final IFile configuration, final RunOptions options, final RunLog log, final Worker worker, final DiagnosisService service) {
        super(NLS.bind(Messages.DiagnosisJob_name, configuration.getName()));
        this.configuration = configuration;
        this.options = options;
        this.transcript = new RunTranscript(log);
        this.worker = worker;
        this.service = service;
        setUser(true);
        setRule(new DiagnosisRule());
    }

    @Override
    public boolean belongsTo(final Object family) {
        return family == Diagnoses.FAMILY || configuration.equals(family);
    }

    /** How it is run. */
    public RunOptions options() {
        return options;
    }

    /** The file that is run. */
    public IFile configuration() {
        return configuration;
    }

    /** How the run ended, as a process would; that of a cancelled run until it has ended. */
    public ExitCode exitCode() {
        return exitCode;
    }

    @Override
    protected void canceling() {
        transcript.stopping();
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        service.runBegins(configuration);
        final Runnable deaf = worker.listen(transcript::worker);
        try {
            final IStatus status = new Attendance(Problem.DIAGNOSIS_FAILED, this::sentence).of(() -> diagnose(monitor), monitor);
            if (status.getSeverity() == IStatus.CANCEL) {
                transcript.cancelled();
            } else if (!status.isOK()) {
                exitCode = exitCode(status);
                transcript.failed(status.getMessage(), worker.log());
            }
            return status;
        } finally {
            deaf.run();
            service.runEnds(configuration);
        }
    }

    private IStatus diagnose(final IProgressMonitor monitor) throws CoreException, ExecutionException, InterruptedException, InvalidInputException {
        final Path file = locate();
        transcript.begin(file);
        if (options.gates()) {
            new GateCheck(new ConfigurationReader().read(file)).checkDemands();
        }
        final StageProgress progress = new StageProgress(monitor, Messages.DiagnosisJob_starting);
        final WorkerResources set = WorkerResources.of(
                new WorkerPreferences(configuration.getWorkspace().getRoot()).settings(configuration.getProject()));
        final WorkerResources wanted = options.own().orElse(set);
        // A run says itself what computes it: for that no other process is needed.
        final WorkerResources resources = new WorkerResources(wanted.memory(), wanted.threads(), set.executor(), wanted.device(),
                wanted.limit());
        final String name = UUID.randomUUID().toString();
        final RunResult result = new AttendedRun<>(worker, () -> worker.run(
                new RunRequest(name, file.toString(), options.resume(), wanted.executor().key()), resources,
                new Watching(progress, file)), progress).await();
        final Path report = Path.of(result.report());
        RefreshJob.schedule(report);
        service.open(new ReportLocation(report, Optional.of(configuration)));
        transcript.finished(report, result.summary());
        exitCode = options.gates() ? assess(file, report) : ExitCode.SUCCESS;
        return new Status(IStatus.OK, "org.filterscope.ide", result.summary());
    }

    /** Tells progress, and what is known before all is. */
    private final class Watching implements RunListener {
        private final StageProgress progress;
        private final Path file;

        Watching(final StageProgress progress, final Path file) {
            this.progress = progress;
            this.file = file;
        }

        @Override
        public void progress(final ProgressReport report) {
            transcript.progress(report);
            progress.report(report);
        }

        @Override
        public void preview(final Path report) {
            if (!hasReport()) {
                service.open(new ReportLocation(report, Optional.of(configuration)));
            }
        }

        /** An earlier report says more than half of a new one. */
        private boolean hasReport() {
            try {
                return Files.exists(new ReportFiles(new ConfigurationReader().read(file).output()).manifest());
            } catch (final InvalidConfigurationException e) {
                // It was changed after the run had begun.
                return true;
            }
        }
    }

    private ExitCode assess(final Path file, final Path report) throws InvalidInputException {
        final Assessment assessment = Assessment.of(new ConfigurationReader().read(file), Report.open(report), LocalDate.now());
        transcript.assessed(assessment);
        return assessment.passed() ? ExitCode.SUCCESS : ExitCode.GATE_FAILED;
    }

    private static ExitCode exitCode(final IStatus failure) {
        if (failure.getCode() == Problem.INVALID_INPUT.code() || failure.getCode() == Problem.CONFIGURATION_UNREACHABLE.code()) {
            return ExitCode.INVALID_INPUT;
        }
        return failure.getCode() == Problem.OUT_OF_MEMORY.code() ? ExitCode.OUT_OF_MEMORY : ExitCode.INTERNAL_ERROR;
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
