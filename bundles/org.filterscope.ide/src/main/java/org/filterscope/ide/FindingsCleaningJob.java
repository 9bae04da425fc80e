package org.filterscope.ide;

import java.util.LinkedHashSet;
import java.util.Set;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Takes the findings about the files of a container out of the Problems view, as one change of the workspace. */
final class FindingsCleaningJob extends Job {
    private final IContainer cleaned;
    private final Runnable done;

    /** @param done called when the markers are gone */
    FindingsCleaningJob(final IContainer cleaned, final Runnable done) {
        super(Messages.FindingsCleaningJob_name);
        this.cleaned = cleaned;
        this.done = done;
        setSystem(true);
        setRule(new MarkingRule());
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        try {
            cleaned.getWorkspace().run(inner -> clean(), null, IWorkspace.AVOID_UPDATE, monitor);
            done.run();
            return Status.OK_STATUS;
        } catch (final CoreException e) {
            return e.getStatus();
        }
    }

    private void clean() throws CoreException {
        if (!cleaned.isAccessible()) {
            return;
        }
        final IMarker[] markers = cleaned.findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_INFINITE);
        final Set<IResource> marked = new LinkedHashSet<>();
        for (final IMarker marker : markers) {
            marked.add(marker.getResource());
        }
        cleaned.getWorkspace().deleteMarkers(markers);
        for (final IResource resource : marked) {
            resource.setPersistentProperty(FindingMarker.COUNT, null);
        }
    }
}
