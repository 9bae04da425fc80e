package org.filterscope.ide;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Lets the workspace see what a worker wrote into it. */
final class RefreshJob extends WorkspaceJob {
    private final IResource written;

    private RefreshJob(final IResource written) {
        super(Messages.RefreshJob_name);
        this.written = written;
        setSystem(true);
        setRule(written.getWorkspace().getRuleFactory().refreshRule(written));
    }

    /** @param directory with all that it holds; nothing happens when it lies outside the workspace */
    static void schedule(final Path directory) {
        Stream.of(ResourcesPlugin.getWorkspace().getRoot().findContainersForLocationURI(directory.toUri())).map(RefreshJob::new)
                .forEach(Job::schedule);
    }

    /** @param file alone; nothing happens when it lies outside the workspace */
    static void scheduleFile(final Path file) {
        Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())).map(RefreshJob::new).forEach(Job::schedule);
    }

    @Override
    public IStatus runInWorkspace(final IProgressMonitor monitor) throws CoreException {
        if (written.getProject() != null && written.getProject().isOpen()) {
            written.refreshLocal(IResource.DEPTH_INFINITE, monitor);
        }
        return Status.OK_STATUS;
    }
}
