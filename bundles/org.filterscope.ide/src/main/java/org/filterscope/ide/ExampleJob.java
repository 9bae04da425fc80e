package org.filterscope.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.ExampleRequest;
import org.filterscope.core.report.DirectoryTree;
import org.filterscope.ide.worker.Worker;

/**
 * Has the worker write the example project and adds it to the workspace. The worker writes beside the workspace's projects, so that the
 * workspace is locked only while the finished folder is moved into it. When the job fails or is cancelled, nothing is left behind.
 */
public final class ExampleJob extends Job {
    private static final int WRITE = 90;
    private static final int ADD = 10;

    private final IProject project;
    private final Worker worker;
    private final Path state;

    /** @param state a folder of ours on the workspace's disk */
    ExampleJob(final IProject project, final Worker worker, final Path state) {
        super(NLS.bind(Messages.ExampleJob_name, project.getName()));
        this.project = project;
        this.worker = worker;
        this.state = state;
        setUser(true);
    }

    @Override
    public boolean belongsTo(final Object family) {
        return project.equals(family) || worker.equals(family);
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        try {
            Files.createDirectories(state);
            final Path staging = Files.createTempDirectory(state, "example-");
            try {
                return run(staging.resolve(project.getName()), SubMonitor.convert(monitor, WRITE + ADD));
            } finally {
                delete(staging);
            }
        } catch (final IOException e) {
            return Problem.PROJECT_NOT_CREATED.status(NLS.bind(Messages.ExampleJob_notCreated, project.getName(), e.getMessage()), e);
        }
    }

    private IStatus run(final Path written, final SubMonitor monitor) {
        try {
            write(written, monitor.split(WRITE));
            add(written, monitor.split(ADD));
            return Status.OK_STATUS;
        } catch (final OperationCanceledException e) {
            return Status.CANCEL_STATUS;
        } catch (final CoreException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS : e.getStatus();
        } catch (final ExecutionException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS
                    : new RunFailure(e.getCause()).status(Problem.EXAMPLE_FAILED, this::sentence);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }

    /** Takes its turn among the diagnoses. That rule is not the job's own, because it must be given back before the workspace is locked. */
    private void write(final Path folder, final SubMonitor monitor) throws CoreException, ExecutionException, InterruptedException {
        final DiagnosisRule turn = new DiagnosisRule();
        try {
            getJobManager().beginRule(turn, monitor);
            final StageProgress progress = new StageProgress(monitor, Messages.ExampleJob_starting);
            final ExampleRequest request = new ExampleRequest(UUID.randomUUID().toString(), folder.toString());
            new AttendedRun<>(worker, () -> worker.writeExample(request, progress::report), progress).await();
        } finally {
            getJobManager().endRule(turn);
        }
    }

    private void add(final Path written, final SubMonitor monitor) throws CoreException {
        monitor.subTask(Messages.ExampleJob_adding);
        final IWorkspace workspace = project.getWorkspace();
        workspace.run(locked -> new NewProject(project).create(written, locked), workspace.getRoot(), IWorkspace.AVOID_UPDATE, monitor);
    }

    private String sentence(final String reason) {
        return NLS.bind(Messages.ExampleJob_failed, new Object[] {project.getName(), reason, worker.log()});
    }

    private static void delete(final Path staging) {
        try {
            DirectoryTree.delete(staging);
        } catch (final IOException e) {
            ILog.of(ExampleJob.class).warn("What was left of the example project cannot be deleted: " + staging, e);
        }
    }
}
