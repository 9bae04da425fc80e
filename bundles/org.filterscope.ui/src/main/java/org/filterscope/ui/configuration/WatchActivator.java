package org.filterscope.ui.configuration;

import java.util.Optional;

import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Watches configurations from the moment that anything of this plug-in is used, whichever part it is: editors and launches change them, too. Until
 * then no class of the plug-in is loaded, and what changed is caught up with.
 */
public final class WatchActivator implements BundleActivator {
    private final ConfigurationWatch watch = new ConfigurationWatch();
    private volatile Optional<IWorkspace> watched = Optional.empty();

    @Override
    public void start(final BundleContext context) {
        context.registerService(ConfigurationWatch.class, watch, null);
        // The thread may be anybody's, and the workspace may not be open yet.
        Job.createSystem(Messages.WatchActivator_beginning, monitor -> {
            final IWorkspace workspace = ResourcesPlugin.getWorkspace();
            workspace.addResourceChangeListener(watch, IResourceChangeEvent.POST_CHANGE);
            watched = Optional.of(workspace);
            watch.checkAll();
        }).schedule();
    }

    @Override
    public void stop(final BundleContext context) {
        watch.close();
        watched.ifPresent(workspace -> workspace.removeResourceChangeListener(watch));
    }
}
