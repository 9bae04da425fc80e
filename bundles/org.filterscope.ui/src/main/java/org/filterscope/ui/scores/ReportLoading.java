package org.filterscope.ui.scores;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.names.FilterNames;
import org.filterscope.core.names.InvalidNamesException;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.Report;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.pictures.KnownReport;
import org.filterscope.ui.report.NameSource;
import org.filterscope.ui.report.LoadedReport;

/** Reads reports in the background; a new request makes the earlier ones void. Belongs to the UI thread. */
final class ReportLoading {
    private static final int MOST_ATTEMPTS = 3;

    /** Gets what was read, on the UI thread. */
    interface Receiver {
        void loaded(ShownLayer shown);

        /**
         * The report can be read, but not the layer.
         *
         * @param shown    the layer without filters
         * @param sentence why not, for the user
         */
        void layerFailed(ShownLayer shown, String sentence);

        /** @param sentence why the report cannot be shown, for the user */
        void failed(String sentence);
    }

    private final UiThread thread;
    private final NameSource names;
    private final Receiver receiver;
    private Job newest;

    ReportLoading(final UiThread thread, final NameSource names, final Receiver receiver) {
        this.names = names;
        this.thread = thread;
        this.receiver = receiver;
    }

    /** @param layer to show; when the report has none of that name, its deepest */
    void load(final Path directory, final String layer) {
        schedule(new LoadJob(directory, Optional.empty(), layer));
    }

    /** Reads another layer of a report that was loaded before; when another report lies in its place by now, reads all of that one. */
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
                LoadedReport report = current();
                Runnable message = read(report);
                for (int attempt = 1; attempt < MOST_ATTEMPTS && new KnownReport(report.report()).isReplaced(); attempt++) {
                    report = current();
                    message = read(report);
                }
                deliver(message);
            } catch (final InvalidReportException e) {
                deliver(() -> receiver.failed(e.getMessage()));
            } catch (final RuntimeException e) {
                deliver(() -> receiver.failed(damaged(e)));
            }
            return Status.OK_STATUS;
        }

        /** The known report if it is still in its place. */
        private LoadedReport current() throws InvalidReportException {
            final Report report = Report.open(directory);
            return known.isPresent() && new KnownReport(known.get().report()).isSame(report) ? known.get() : LoadedReport.read(report);
        }

        private Runnable read(final LoadedReport report) {
            final LayerRow row = report.layer(layer);
            try {
                final ShownLayer shown = ShownLayer.of(report, LayerScores.read(report.report(), row, names(report.report())));
                return () -> receiver.loaded(shown);
            } catch (final InvalidReportException e) {
                return failed(report, row, e.getMessage());
            } catch (final RuntimeException e) {
                return failed(report, row, damaged(e));
            }
        }

        private Runnable failed(final LoadedReport report, final LayerRow row, final String sentence) {
            final ShownLayer without = ShownLayer.without(report, row);
            return () -> receiver.layerFailed(without, sentence);
        }

        /** Names that cannot be read are left out: the Filter view, where they are given, says why. */
        private FilterNames names(final Report report) {
            try {
                final Optional<NamesFile> file = names.of(report);
                return file.isPresent() ? file.get().read() : FilterNames.NONE;
            } catch (final InvalidNamesException e) {
                ILog.of(ReportLoading.class).warn(e.getMessage(), e);
                return FilterNames.NONE;
            }
        }

        /** A report comes from outside: damage that no check foresaw must not leave the view waiting for ever. */
        private String damaged(final RuntimeException cause) {
            ILog.of(ReportLoading.class).error("Reading " + directory, cause);
            return NLS.bind(Messages.ReportLoading_damaged, directory);
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
