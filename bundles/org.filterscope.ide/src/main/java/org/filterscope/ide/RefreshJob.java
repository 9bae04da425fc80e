package org.filterscope.ide;

import java.nio.file.Path;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Lets the workspace see a report that a worker wrote into it. */
final class RefreshJob extends WorkspaceJob {
    private final IContainer report;

    private RefreshJob(final IContainer report) {
        super(Messages.RefreshJob_name);
        this.report = report;
        setSystem(true);
        setRule(report.getWorkspace().getRuleFactory().refreshRule(report));
    }

    /** Does nothing when the report lies outside the workspace. */
    static void schedule(final Path report) {
        final IWorkspace workspace = ResourcesPlugin.getWorkspace();
        for (final IContainer container : workspace.getRoot().findContainersForLocationURI(report.toUri())) {
            new RefreshJob(container).schedule();
        }
    }

    @Override
    public IStatus runInWorkspace(final IProgressMonitor monitor) throws CoreException {
        if (report.getProject() != null && report.getProject().isOpen()) {
            report.refreshLocal(IResource.DEPTH_INFINITE, monitor);
        }
        return Status.OK_STATUS;
    }
}
