package org.filterscope.ui.diagnosis;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.progress.IProgressConstants;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisJob;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.findings.FindingLabels;
import org.filterscope.ui.scores.FilterScoresView;

/** Runs a diagnosis because a person asked for it, and brings up the view with its report afterwards. */
public final class DiagnosisStarter {
    private final IWorkbenchWindow window;

    /** @param window where the person asks */
    public DiagnosisStarter(final IWorkbenchWindow window) {
        this.window = window;
        FindingLabels.follow(window.getWorkbench().getService(Diagnoses.class));
    }

    /** Saves the configuration if it is being edited, and schedules its diagnosis. Belongs to the UI thread; returns at once. */
    public void start(final IFile configuration) {
        if (!IDE.saveAllEditors(new IResource[] {configuration}, false)) {
            return;
        }
        for (final Job queued : Job.getJobManager().find(configuration)) {
            if (queued.getState() == Job.WAITING) {
                queued.cancel();
            }
        }
        final DiagnosisJob job = window.getWorkbench().getService(Diagnoses.class).prepare(configuration);
        ResourceLocator.imageDescriptorFromBundle(DiagnosisStarter.class, "icons/run-diagnosis.svg")
                .ifPresent(icon -> job.setProperty(IProgressConstants.ICON_PROPERTY, icon));
        final UiThread thread = new UiThread(window.getWorkbench().getDisplay());
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                if (event.getResult().isOK()) {
                    thread.later(DiagnosisStarter.this::showScores);
                }
            }
        });
        job.schedule();
    }

    /**
     * Brings the view to the top and leaves the focus where the person works; who has watched the progress has come to its end and goes on to the
     * report. Does nothing when the window is closed by now.
     */
    void showScores() {
        if (!PlatformUI.isWorkbenchRunning() || window.getShell() == null || window.getActivePage() == null) {
            return;
        }
        try {
            final IWorkbenchPage page = window.getActivePage();
            final IWorkbenchPart active = page.getActivePart();
            final boolean watched = active != null && IPageLayout.ID_PROGRESS_VIEW.equals(active.getSite().getId());
            page.showView(FilterScoresView.ID, null, watched ? IWorkbenchPage.VIEW_ACTIVATE : IWorkbenchPage.VIEW_VISIBLE);
        } catch (final PartInitException e) {
            ILog.of(DiagnosisStarter.class).log(e.getStatus());
        }
    }
}
