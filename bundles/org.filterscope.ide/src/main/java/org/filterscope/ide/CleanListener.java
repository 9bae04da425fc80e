package org.filterscope.ide;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Has the findings about a project go when a person cleans it, as what a builder said of it goes. It hears of the end of a build: a project needs no
 * builder of ours for it, and no nature.
 */
final class CleanListener implements IResourceChangeListener {
    private final BundleContext context;

    CleanListener(final BundleContext context) {
        this.context = context;
    }

    @Override
    public void resourceChanged(final IResourceChangeEvent event) {
        if (event.getBuildKind() != IncrementalProjectBuilder.CLEAN_BUILD) {
            return;
        }
        // Who cleans all projects, or some with one call, is the workspace; it does not tell which.
        final IContainer cleaned = event.getSource() instanceof final IProject project ? project : ResourcesPlugin.getWorkspace().getRoot();
        final ServiceReference<Diagnoses> diagnoses = context.getServiceReference(Diagnoses.class);
        try {
            if (diagnoses != null && cleaned.isAccessible() && cleaned.findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_INFINITE).length > 0) {
                // Kept: the framework would close a service that nobody holds.
                context.getService(diagnoses).prepareCleaning(cleaned).schedule();
            }
        } catch (final CoreException e) {
            ILog.of(CleanListener.class).log(e.getStatus());
        }
    }
}
