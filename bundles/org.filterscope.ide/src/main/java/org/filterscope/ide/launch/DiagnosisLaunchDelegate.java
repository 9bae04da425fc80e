package org.filterscope.ide.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.IStatusHandler;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eclipse.osgi.util.NLS;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisJob;
import org.filterscope.ide.Problem;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/**
 * Launches a configuration: has {@link Diagnoses} run it, behind the runs that were begun before it. A run of the same configuration that still
 * waits is cancelled, for it would do the same; one that is under way goes on.
 */
public final class DiagnosisLaunchDelegate extends LaunchConfigurationDelegate {
    /**
     * Who attends runs for a person is found under this status: a handler that gets a {@link DiagnosisJob} before it is scheduled, and answers
     * whether it is to be.
     */
    public static final IStatus ATTENDANCE = new Status(IStatus.INFO, "org.filterscope.ide", 5210, "", null);

    @Override
    public void launch(final ILaunchConfiguration configuration, final String mode, final ILaunch launch, final IProgressMonitor monitor)
            throws CoreException {
        final IFile file = LaunchAttributes.configuration(configuration).orElseThrow(() -> Problem.CONFIGURATION_UNREACHABLE.exception(
                NLS.bind(Messages.DiagnosisLaunchDelegate_noConfiguration, configuration.getName()), null));
        final DiagnosisStreams streams = new DiagnosisStreams();
        final DiagnosisJob job = prepare(file, configuration, streams);
        final IStatusHandler attendance = DebugPlugin.getDefault().getStatusHandler(ATTENDANCE);
        if (attendance != null && Boolean.FALSE.equals(attendance.handleStatus(ATTENDANCE, job))) {
            DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
            return;
        }
        for (final Job queued : Job.getJobManager().find(file)) {
            if (queued.getState() == Job.WAITING && queued instanceof final DiagnosisJob waiting && waiting.options().equals(job.options())) {
                queued.cancel();
            }
        }
        new DiagnosisProcess(launch, job, streams).begin();
    }

    private static DiagnosisJob prepare(final IFile file, final ILaunchConfiguration configuration, final DiagnosisStreams streams)
            throws CoreException {
        final BundleContext context = FrameworkUtil.getBundle(DiagnosisLaunchDelegate.class).getBundleContext();
        final ServiceReference<Diagnoses> reference = context.getServiceReference(Diagnoses.class);
        if (reference == null) {
            throw Problem.DIAGNOSIS_FAILED.exception(Messages.DiagnosisLaunchDelegate_noService, null);
        }
        // Kept: the framework would close a service that nobody holds, in the middle of the run.
        return context.getService(reference).prepare(file, LaunchAttributes.options(configuration), streams);
    }

    /** Who attends the run saves the one file that matters; other editors are none of its business. */
    @Override
    protected boolean saveBeforeLaunch(final ILaunchConfiguration configuration, final String mode, final IProgressMonitor monitor) {
        return true;
    }

    /** A network needs no build: what it is made with may be in any state. */
    @Override
    public boolean buildForLaunch(final ILaunchConfiguration configuration, final String mode, final IProgressMonitor monitor) {
        return false;
    }
}
