package org.filterscope.ide.application;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.ExitCode;

/**
 * Adds a project to a workspace without a window, where it is: {@code -application org.filterscope.ide.addProject -data WORKSPACE FOLDER}.
 * Ends with an {@link ExitCode}.
 */
public final class AddProject implements IApplication {

    @Override
    public Object start(final IApplicationContext context) throws IOException, InterruptedException {
        // Or the native launcher would show a dialog for every exit code but 0.
        System.setProperty(IApplicationContext.EXIT_DATA_PROPERTY, "");
        final String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (arguments.length != 1) {
            return refusal(Messages.AddProject_usage);
        }
        final Location workspace = Platform.getInstanceLocation();
        if (!workspace.lock()) {
            return refusal(NLS.bind(Messages.AddProject_workspaceInUse, workspace.getURL().getPath()));
        }
        try {
            add(Path.of(arguments[0]).toAbsolutePath().normalize(), ResourcesPlugin.getWorkspace());
            return ExitCode.SUCCESS.value();
        } catch (final CoreException e) {
            return refusal(e.getStatus().getMessage());
        } finally {
            workspace.release();
        }
    }

    @Override
    public void stop() {
        // Adding a project takes a moment; there is nothing to stop.
    }

    private static void add(final Path folder, final IWorkspace workspace) throws CoreException, InterruptedException {
        new ExistingFolder(folder).addTo(workspace);
        // What the builders change would be lost otherwise, and the next start would look for it.
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
        final IStatus saved = workspace.save(true, null);
        if (saved.matches(IStatus.ERROR)) {
            throw new CoreException(saved);
        }
    }

    private static int refusal(final String sentence) {
        System.err.println("filterscope: " + sentence);
        return ExitCode.INVALID_INPUT.value();
    }
}
