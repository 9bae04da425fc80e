package org.filterscope.ui.findings;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.core.InvalidInputException;

/** Changes the table of suppressions, which may wait for others who write it. */
final class SuppressionJob extends Job {
    private final Change change;

    /** What is done to the table. */
    @FunctionalInterface
    interface Change {
        void make() throws InvalidInputException;
    }

    SuppressionJob(final String name, final Change change) {
        super(name);
        this.change = change;
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        try {
            change.make();
            return Status.OK_STATUS;
        } catch (final InvalidInputException e) {
            return Status.error(e.getMessage(), e);
        }
    }
}
