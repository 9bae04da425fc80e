package org.filterscope.ui.detectors;

import java.nio.file.Path;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;
import org.filterscope.ui.display.UiThread;

/** Reads a report's detectors in the background; a new request makes the earlier ones void. Requests and answers belong to the UI thread. */
final class DetectorLoading {
    private final UiThread thread;
    private final Receiver receiver;
    private Job newest;

    /** Gets what was read, on the UI thread. */
    interface Receiver {
        void loaded(DetectorCounts counts);

        /** @param sentence why there is nothing to show, for the user */
        void failed(String sentence);
    }

    DetectorLoading(final UiThread thread, final Receiver receiver) {
        this.thread = thread;
        this.receiver = receiver;
    }

    void load(final Path report) {
        cancel();
        newest = new LoadJob(report);
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
        private final Path report;

        LoadJob(final Path report) {
            super(NLS.bind(Messages.DetectorLoading_name, report.getFileName()));
            this.report = report;
        }

        @Override
        protected IStatus run(final IProgressMonitor monitor) {
            try {
                final DetectorCounts counts = DetectorCounts.of(Report.open(report).detectors(), Messages.DetectorLoading_other);
                deliver(() -> receiver.loaded(counts));
            } catch (final InvalidReportException e) {
                deliver(() -> receiver.failed(e.getMessage()));
            } catch (final RuntimeException e) {
                // A report comes from outside: damage that no check foresaw must not leave the view waiting for ever.
                ILog.of(DetectorLoading.class).error("Reading " + report, e);
                deliver(() -> receiver.failed(NLS.bind(Messages.DetectorLoading_damaged, report)));
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
