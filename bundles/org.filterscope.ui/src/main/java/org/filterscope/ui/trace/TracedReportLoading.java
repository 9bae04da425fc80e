package org.filterscope.ui.trace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.trace.TracedReport.Listed;

/** Reads reports in the background; a new request makes the earlier ones void. Requests and answers belong to the UI thread. */
final class TracedReportLoading {
    private final UiThread thread;
    private final Diagnoses diagnoses;
    private final Receiver receiver;
    private Job newest;

    /** Gets what was read, on the UI thread. */
    interface Receiver {
        void loaded(TracedReport report);

        /** @param sentence why no picture can be traced, for the user */
        void failed(String sentence);
    }

    TracedReportLoading(final UiThread thread, final Diagnoses diagnoses, final Receiver receiver) {
        this.thread = thread;
        this.diagnoses = diagnoses;
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
        private final Path directory;

        LoadJob(final Path directory) {
            super(NLS.bind(Messages.TracedReportLoading_name, directory.getFileName()));
            this.directory = directory;
        }

        @Override
        protected IStatus run(final IProgressMonitor monitor) {
            try {
                final Report report = Report.open(directory);
                final Optional<Path> configuration = diagnoses.configuration(report);
                if (configuration.isEmpty()) {
                    deliver(() -> receiver.failed(NLS.bind(Messages.TracedReportLoading_noConfiguration, directory)));
                    return Status.OK_STATUS;
                }
                final TracedReport loaded = new TracedReport(directory, configuration.get(), Path.of(report.manifest().data().folder()),
                        pictures(report));
                deliver(() -> receiver.loaded(loaded));
            } catch (final InvalidReportException e) {
                deliver(() -> receiver.failed(e.getMessage()));
            } catch (final InvalidPathException e) {
                deliver(() -> receiver.failed(NLS.bind(Messages.TracedReportLoading_elsewhere, directory)));
            } catch (final RuntimeException e) {
                // A report comes from outside: damage that no check foresaw must not leave the view waiting for ever.
                ILog.of(TracedReportLoading.class).error("Reading " + directory, e);
                deliver(() -> receiver.failed(NLS.bind(Messages.TracedReportLoading_damaged, directory)));
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

    /** A report without predictions has pictures all the same: those on its sheets. */
    private static List<Listed> pictures(final Report report) {
        try {
            return report.predictions().stream().map(row -> new Listed(row.picture(), row.label(),
                    row.best().isEmpty() ? "" : row.best().getFirst().name())).toList();
        } catch (final InvalidReportException e) {
            return thumbnails(report);
        }
    }

    private static List<Listed> thumbnails(final Report report) {
        try {
            return report.thumbnails().stream().map(row -> new Listed(row.picture(), "", "")).toList();
        } catch (final InvalidReportException e) {
            return List.of();
        }
    }
}
