package org.filterscope.ui.compare;

import java.nio.file.Path;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.ui.display.UiThread;

/** Reads comparisons in the background; a new request makes the earlier ones void. Requests and answers belong to the UI thread. */
final class ComparisonLoading {
    private final UiThread thread;
    private final Receiver receiver;
    private Job newest;

    /** Gets what was read, on the UI thread. */
    interface Receiver {
        void loaded(ComparisonFacts facts);

        /** @param sentence why there is nothing to show, for the user */
        void failed(String sentence);
    }

    ComparisonLoading(final UiThread thread, final Receiver receiver) {
        this.thread = thread;
        this.receiver = receiver;
    }

    void load(final Path comparison) {
        cancel();
        newest = new LoadJob(comparison);
        newest.setSystem(true);
        newest.setPriority(Job.SHORT);
        newest.schedule();
    }

    void cancel() {
        if (newest != null) {
            newest.cancel();
            newest = null;
        }
    }

    private final class LoadJob extends Job {
        private final Path directory;

        LoadJob(final Path directory) {
            super(NLS.bind(Messages.ComparisonLoading_name, directory.getFileName()));
            this.directory = directory;
        }

        @Override
        protected IStatus run(final IProgressMonitor monitor) {
            try {
                final ComparisonFacts facts = ComparisonFacts.of(Comparison.open(directory));
                deliver(() -> receiver.loaded(facts));
            } catch (final InvalidReportException e) {
                deliver(() -> receiver.failed(e.getMessage()));
            } catch (final RuntimeException e) {
                // It lies on disk, where anything may happen to it: damage that no check foresaw must not leave the view waiting for ever.
                ILog.of(ComparisonLoading.class).error("Reading " + directory, e);
                deliver(() -> receiver.failed(NLS.bind(Messages.ComparisonLoading_damaged, directory)));
            }
            return Status.OK_STATUS;
        }

        private void deliver(final Runnable message) {
            thread.later(() -> {
                if (newest == this) {
                    message.run();
                }
            });
        }
    }
}
