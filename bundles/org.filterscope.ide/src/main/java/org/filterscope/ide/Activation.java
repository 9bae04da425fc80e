package org.filterscope.ide;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IWorkspace;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Listens to the workspace from the moment on that anything of Filterscope is used: nothing of ours runs when the IDE starts. It waits for the
 * workspace instead of asking for it, which would open one before anybody has chosen where it lies.
 */
public final class Activation implements BundleActivator {
    private ServiceTracker<IWorkspace, IWorkspace> workspaces;

    @Override
    public void start(final BundleContext context) {
        workspaces = new ServiceTracker<>(context, IWorkspace.class, new Listening(context));
        workspaces.open();
    }

    @Override
    public void stop(final BundleContext context) {
        workspaces.close();
    }

    /** Adds the listener to a workspace that comes, and takes it from one that goes. */
    private static final class Listening implements ServiceTrackerCustomizer<IWorkspace, IWorkspace> {
        private final BundleContext context;
        private final CleanListener listener;

        Listening(final BundleContext context) {
            this.context = context;
            listener = new CleanListener(context);
        }

        @Override
        public IWorkspace addingService(final ServiceReference<IWorkspace> reference) {
            final IWorkspace workspace = context.getService(reference);
            workspace.addResourceChangeListener(listener, IResourceChangeEvent.POST_BUILD);
            return workspace;
        }

        @Override
        public void modifiedService(final ServiceReference<IWorkspace> reference, final IWorkspace workspace) {
            // What is told of a workspace does not matter.
        }

        @Override
        public void removedService(final ServiceReference<IWorkspace> reference, final IWorkspace workspace) {
            workspace.removeResourceChangeListener(listener);
            context.ungetService(reference);
        }
    }
}
