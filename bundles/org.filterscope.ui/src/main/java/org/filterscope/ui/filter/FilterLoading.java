package org.filterscope.ui.filter;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.pictures.KnownReport;
import org.filterscope.ui.report.NameSource;

/** Reads filters in the background; a new request makes the earlier ones void. Requests and answers belong to the UI thread. */
final class FilterLoading {
    private final UiThread thread;
    private final NameSource names;
    private final Receiver receiver;
    private final AtomicReference<LayerTables> known = new AtomicReference<>();
    private Job newest;

    /** Gets what was read, on the UI thread. */
    interface Receiver {
        void loaded(FilterDetails details);

        /** @param sentence why the filter cannot be shown, for the user */
        void failed(String sentence);
    }

    FilterLoading(final UiThread thread, final NameSource names, final Receiver receiver) {
        this.names = names;
        this.thread = thread;
        this.receiver = receiver;
    }

    void load(final FilterSelection filter) {
        Job.getJobManager().cancel(this);
        newest = new LoadJob(filter);
        // One after the other: who holds an arrow key down asks for many filters, and the tables that the first read serve the others.
        newest.setRule(new OneAtATime(this));
        newest.setSystem(true);
        newest.setPriority(Job.SHORT);
        newest.schedule();
    }

    void cancel() {
        newest = null;
        Job.getJobManager().cancel(this);
    }

    /** Of one view's readings. */
    private record OneAtATime(FilterLoading readings) implements ISchedulingRule {

        @Override
        public boolean contains(final ISchedulingRule rule) {
            return equals(rule);
        }

        @Override
        public boolean isConflicting(final ISchedulingRule rule) {
            return equals(rule);
        }
    }

    private final class LoadJob extends Job {
        private final FilterSelection filter;

        LoadJob(final FilterSelection filter) {
            super(NLS.bind(Messages.FilterLoading_name, filter.channel(), filter.layer()));
            this.filter = filter;
        }

        @Override
        public boolean belongsTo(final Object family) {
            return family == FilterLoading.this;
        }

        @Override
        protected IStatus run(final IProgressMonitor monitor) {
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            try {
                final LayerTables tables = tables();
                known.set(tables);
                if (!monitor.isCanceled()) {
                    final FilterDetails details = new FilterReading(tables, filter, names).read();
                    deliver(() -> receiver.loaded(details));
                }
            } catch (final InvalidReportException e) {
                deliver(() -> receiver.failed(e.getMessage()));
            } catch (final RuntimeException e) {
                // A report comes from outside: damage that no check foresaw must not leave the view waiting for ever.
                ILog.of(FilterLoading.class).error("Reading " + filter, e);
                deliver(() -> receiver.failed(NLS.bind(Messages.FilterLoading_damaged, filter.report())));
            }
            return Status.OK_STATUS;
        }

        private LayerTables tables() throws InvalidReportException {
            final Report report = Report.open(filter.report());
            final Optional<LayerTables> same = Optional.ofNullable(known.get()).filter(tables -> tables.layer().layer().equals(filter.layer())
                    && tables.report().report().directory().equals(filter.report()) && new KnownReport(tables.report().report()).isSame(report));
            return same.isPresent() ? same.get() : LayerTables.read(report, filter.layer());
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
