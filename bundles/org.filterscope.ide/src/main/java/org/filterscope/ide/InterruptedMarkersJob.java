package org.filterscope.ide;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Marks configurations as interrupted, or not any more. */
final class InterruptedMarkersJob extends WorkspaceJob {
    private final List<IFile> configurations;
    private final boolean interrupted;
    private final Runnable marked;

    /** @param marked called when it is done */
    InterruptedMarkersJob(final List<IFile> configurations, final boolean interrupted, final Runnable marked) {
        super(Messages.InterruptedMarkersJob_name);
        this.configurations = List.copyOf(configurations);
        this.interrupted = interrupted;
        this.marked = marked;
        setSystem(true);
    }

    @Override
    public IStatus runInWorkspace(final IProgressMonitor monitor) throws CoreException {
        for (final IFile configuration : configurations) {
            if (configuration.exists()) {
                if (interrupted) {
                    InterruptedMarker.put(configuration);
                } else {
                    InterruptedMarker.clear(configuration);
                }
            }
        }
        marked.run();
        return Status.OK_STATUS;
    }
}
