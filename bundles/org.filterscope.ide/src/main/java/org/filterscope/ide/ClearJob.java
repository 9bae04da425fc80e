package org.filterscope.ide;

import java.io.IOException;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.DirectoryTree;
import org.filterscope.ide.worker.Worker;

/** Deletes stored data. It takes its turn among the diagnoses, and ends idle workers first, for they have libraries of it open. */
final class ClearJob extends Job {
    private final StoredData data;
    private final List<Worker> workers;

    ClearJob(final StoredData data, final List<Worker> workers) {
        super(Messages.ClearJob_name);
        this.data = data;
        this.workers = List.copyOf(workers);
        setRule(new DiagnosisRule());
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        if (!workers.stream().allMatch(Worker::rest)) {
            return Problem.STORED_DATA_KEPT.status(NLS.bind(Messages.ClearJob_busy, data.place()), null);
        }
        try {
            DirectoryTree.delete(data.place());
            return Status.OK_STATUS;
        } catch (final IOException e) {
            return Problem.STORED_DATA_KEPT.status(NLS.bind(Messages.ClearJob_failed, data.place(), e.getMessage()), e);
        }
    }
}
