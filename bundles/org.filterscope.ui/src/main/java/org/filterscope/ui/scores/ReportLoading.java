package org.filterscope.ui.scores;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;

/** Reads reports in the background; a new request makes the earlier ones void. Belongs to the UI thread. */
final class ReportLoading {

    /** Gets what was read, on the UI thread. */
    interface Receiver {
        void loaded(ShownLayer shown);

        /** @param sentence why the report cannot be shown, for the user */
        void failed(String sentence);
    }

    private final Display display;
    private final Receiver receiver;
    private Job newest;

    ReportLoading(final Display display, final Receiver receiver) {
        this.display = display;
        this.receiver = receiver;
    }

    /** @param layer to show; when the report has none of that name, its deepest */
    void load(final Path directory, final String layer) {
        schedule(new LoadJob(directory, Optional.empty(), layer));
    }

    /** Reads another layer of a report that was loaded before. */
    void load(final LoadedReport report, final String layer) {
        schedule(new LoadJob(report.report().directory(), Optional.of(report), layer));
    }

    void cancel() {
        newest = null;
        Job.getJobManager().cancel(this);
    }

    private void schedule(final Job job) {
        Job.getJobManager().cancel(this);
        newest = job;
        job.setSystem(true);
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    private final class LoadJob extends Job {
        private final Path directory;
        private final Optional<LoadedReport> known;
        private final String layer;

        LoadJob(final Path directory, final Optional<LoadedReport> known, final String layer) {
            super(NLS.bind(Messages.ReportLoading_name, directory.getFileName()));
            this.directory = directory;
            this.known = known;
            this.layer = layer;
        }

        @Override
        public boolean belongsTo(final Object family) {
            return family == ReportLoading.this;
        }

        @Override
        protected IStatus run(final IProgressMonitor monitor) {
            try {
                final LoadedReport report = known.isPresent() ? known.get() : LoadedReport.read(Report.open(directory));
                if (!monitor.isCanceled()) {
                    final ShownLayer shown = new ShownLayer(report, LayerScores.read(report.report(), report.layer(layer)));
                    deliver(() -> receiver.loaded(shown));
                }
            } catch (final InvalidReportException e) {
                deliver(() -> receiver.failed(e.getMessage()));
            } catch (final RuntimeException e) {
                // A report comes from outside: damage that no check foresaw must not leave the view waiting for ever.
                ILog.of(ReportLoading.class).error("Reading " + directory, e);
                deliver(() -> receiver.failed(NLS.bind(Messages.ReportLoading_damaged, directory)));
            }
            return Status.OK_STATUS;
        }

        private void deliver(final Runnable message) {
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (newest == this) {
                        message.run();
                    }
                });
            }
        }
    }
}
