package org.filterscope.ui.example;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.progress.IProgressConstants;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.ExampleJob;
import org.filterscope.ui.display.UiThread;

/** Creates the example project because a person asked for it, and shows its first configuration afterwards. */
final class ExampleStarter {
    private static final String CONFIGURATION = "flawed.filterscope";

    private final IWorkbenchWindow window;

    /** @param window where the person asks */
    ExampleStarter(final IWorkbenchWindow window) {
        this.window = window;
    }

    /** Schedules the work. Belongs to the UI thread; returns at once. */
    void start(final IProject project) {
        final ExampleJob job = window.getWorkbench().getService(Diagnoses.class).prepareExample(project);
        ResourceLocator.imageDescriptorFromBundle(ExampleStarter.class, "icons/new-example.svg")
                .ifPresent(icon -> job.setProperty(IProgressConstants.ICON_PROPERTY, icon));
        final UiThread thread = new UiThread(window.getWorkbench().getDisplay());
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                if (event.getResult().isOK()) {
                    thread.later(() -> show(project));
                }
            }
        });
        job.schedule();
    }

    /** Does nothing when the window is closed, or the project deleted, by now. */
    private void show(final IProject project) {
        if (!PlatformUI.isWorkbenchRunning() || window.getShell() == null || window.getActivePage() == null
                || !project.getFile(CONFIGURATION).exists()) {
            return;
        }
        BasicNewResourceWizard.selectAndReveal(project.getFile(CONFIGURATION), window);
        try {
            IDE.openEditor(window.getActivePage(), project.getFile(CONFIGURATION));
        } catch (final PartInitException e) {
            ILog.of(ExampleStarter.class).log(e.getStatus());
        }
    }
}
