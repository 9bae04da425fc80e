package org.filterscope.ide;

import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.InvalidInputException;
import org.filterscope.ide.worker.Worker;

/** A job that waits for a run of the worker's. It takes its turn among the diagnoses, and is cancelled as they are. */
abstract class AttendedJob extends Job {
    private final Worker worker;
    private final Problem fault;
    private final String failed;

    /**
     * @param fault  what it is when it is neither the user's mistake nor a lack of memory
     * @param failed the user's sentence then: {0} is the reason, {1} the worker's log
     */
    AttendedJob(final String name, final Worker worker, final Problem fault, final String failed) {
        super(name);
        this.worker = worker;
        this.fault = fault;
        this.failed = failed;
        setUser(true);
        setRule(new DiagnosisRule());
    }

    @Override
    public final boolean belongsTo(final Object family) {
        return family == worker || family == getClass();
    }

    /** @return how it ended well */
    abstract IStatus attend(StageProgress progress) throws CoreException, ExecutionException, InterruptedException, InvalidInputException;

    @Override
    protected final IStatus run(final IProgressMonitor monitor) {
        return new Attendance(fault, reason -> NLS.bind(failed, reason, worker.log())).of(
                () -> attend(new StageProgress(monitor, Messages.AttendedJob_starting)), monitor);
    }
}
