package org.filterscope.ui.diagnosis;

import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.progress.IProgressConstants;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisJob;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.findings.FindingLabels;

/**
 * Attends each launched diagnosis: before, the configuration is saved if it is being edited; afterwards the view with the report comes up.
 */
public final class DiagnosisAttendant implements IStatusHandler {
    /** The Console comes up a tenth of a second after it was told something: of a short run, that would be over its report. */
    private static final int AFTER_CONSOLE_MILLISECONDS = 200;

    /**
     * @param source the run, not scheduled yet
     * @return whether it may begin
     */
    @Override
    public Object handleStatus(final IStatus status, final Object source) {
        return !PlatformUI.isWorkbenchRunning() || !(source instanceof final DiagnosisJob job)
                || PlatformUI.getWorkbench().getDisplay().syncCall(() -> attend(PlatformUI.getWorkbench(), job));
    }

    private static boolean attend(final IWorkbench workbench, final DiagnosisJob job) {
        if (!IDE.saveAllEditors(new IResource[] {job.configuration()}, false)) {
            return false;
        }
        FindingLabels.follow(workbench.getService(Diagnoses.class));
        ResourceLocator.imageDescriptorFromBundle(DiagnosisAttendant.class, "icons/run-diagnosis.svg")
                .ifPresent(icon -> job.setProperty(IProgressConstants.ICON_PROPERTY, icon));
        final UiThread thread = new UiThread(workbench.getDisplay());
        final Optional<IWorkbenchWindow> window = Optional.ofNullable(workbench.getActiveWorkbenchWindow());
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                if (event.getResult().isOK()) {
                    Job.createSystem(event.getJob().getName(), (ICoreRunnable) monitor ->
                            thread.later(() -> window.ifPresent(opened -> new DiagnosisStarter(opened).showScores()))).schedule(AFTER_CONSOLE_MILLISECONDS);
                }
            }
        });
        return true;
    }
}
